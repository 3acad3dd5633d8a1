"""What the council signed and what it builds to: the words that evidence is gathered for.

The five principles of the Local Digital Declaration (July 2018), in our own short words; the fourteen points of the
Service Standard (GOV.UK Service Manual, "Service Standard").
"""

PRINCIPLES = {
    1: ("Around people", "We redesign services around the people who use them."),
    2: ("Mend the plumbing", "We build from parts that fit together, on open standards, and leave what holds us back."),
    3: ("Share with care", "We share information safely and usefully, so that people trust us with it."),
    4: ("Lead", "Those who lead make room for real change."),
    5: ("Work in the open", "We show our plans and our work, work with others, and use again what others made."),
}
POINTS = {
    1: "Understand users and their needs",
    2: "Solve a whole problem for users",
    3: "Provide a joined up experience across all channels",
    4: "Make the service simple to use",
    5: "Make sure everyone can use the service",
    6: "Have a multidisciplinary team",
    7: "Use agile ways of working",
    8: "Iterate and improve frequently",
    9: "Create a secure service which protects users’ privacy",
    10: "Define what success looks like and publish performance data",
    11: "Choose the right tools and technology",
    12: "Make new source code open",
    13: "Use and contribute to open standards, common components and patterns",
    14: "Operate a reliable service",
}
