"""Council tax reduction (section 13A(1)(a) of the Local Government Finance Act 1992) as pure functions.

Money is integer pence; what is in between is exact, and rounded to the penny where a step says so. The national rules
for people of pension age are Schedules 1 to 6 of the Council Tax Reduction Schemes (Prescribed Requirements) (England)
Regulations 2012 (SI 2012/2885); for everybody else each council makes its own scheme.
"""
