"""Council tax in England as pure functions: integer pence, exact fractions, half-open periods.

The Act is the Local Government Finance Act 1992; the Regulations are the Council Tax (Administration and Enforcement)
Regulations 1992 (SI 1992/613). Every sum is exact until it is rounded to the penny, half up, once.
"""
