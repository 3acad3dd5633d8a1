"""Direct debit by Bacs: the files that go out (Standard 18), the reports that come back, and how long notice is.

Standard 18 itself is for its subscribers. The layout here is that which bureaus publish, and what they leave open is
said in `layout`. Let your bank or bureau look at a test file before you send a real one.
"""
