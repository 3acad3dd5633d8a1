"""The device library: stock, the queue, loans, and what happens between two of them."""
