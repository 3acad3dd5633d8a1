"""What people at work are asked whether they can do.

The five parts are those of the Essential Digital Skills for work (Department for Education, Essential Digital Skills
framework, 2018, updated 2019); the tasks are in our own short words. Role skills are for those whose work needs them.
"""

PARTS = {
    "communicating": ("Communicating", {
        "email": "Write and answer e-mail, with a file attached",
        "call": "Join and hold a video call",
        "share": "Work on one document with others at the same time",
        "network": "Use the council’s own pages to find people and news",
    }),
    "handling": ("Handling information", {
        "find": "Find something on the web, and judge whether to trust it",
        "save": "Save files where others can find them, and find theirs",
        "sync": "Reach my work from another computer",
        "spreadsheet": "Read a spreadsheet, sort it and filter it",
    }),
    "transacting": ("Doing things online", {
        "forms": "Fill in the council’s online forms for myself, like leave and expenses",
        "systems": "Use the main system of my work without asking",
        "payslip": "Open my payslip and check it",
    }),
    "solving": ("Solving problems", {
        "help": "Find an answer in help pages or a video",
        "fault": "Put right what often goes wrong, like a printer or a sound",
        "improve": "See what could be done more simply, and say how",
        "numbers": "Work out a number with a spreadsheet",
    }),
    "safe": ("Being safe and lawful", {
        "password": "Make strong passwords, and use a second step to sign in",
        "phishing": "Spot an e-mail that wants to trick me, and report it",
        "data": "Keep what people tell us private, also on a screen in the open",
        "rights": "Use pictures and words of others only as allowed",
        "breaks": "Set up a screen and a chair so that it does not hurt",
    }),
    "casework": ("If you work cases", {
        "assist": "Fill in a form with somebody on the phone",
        "letters": "Write a letter in plain English",
    }),
    "designing": ("If you make services or pages", {
        "research": "Ask people what they need without leading them",
        "accessible": "Check a page with a keyboard and a screen reader",
        "definition": "Change a question in a service’s definition",
    }),
}  # fmt: skip
TASKS = {key: words for _, tasks in PARTS.values() for key, words in tasks.items()}
ROLE_PARTS = ("casework", "designing")
