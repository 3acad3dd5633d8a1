"""Paper: accessible, tagged PDF made by Typst. What people typed goes in as data, never as markup."""
