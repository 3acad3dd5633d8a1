"""The Essential Digital Skills in our own short words: eight foundation tasks and five areas of life tasks.

Shape: Department for Education, Essential Digital Skills framework (2018, refreshed 2022). That all eight count, and
one life task in each area, is the measure of Lloyds Bank's Consumer Digital Index.
"""

FOUNDATION = {
    "on": "Switch it on and sign in",
    "controls": "Use the mouse, the keys or the touch screen",
    "easier": "Make it easier to see, hear or use",
    "home": "Find things on the home screen and open them",
    "wifi": "Join a wifi that is safe",
    "browser": "Open a browser and go to a website",
    "secret": "Keep a password to myself",
    "change": "Change a password when asked",
}
LIFE = {
    "communicating": ("Communicating", {
        "email": "Write and read e-mail",
        "message": "Send a message to somebody on a phone or computer",
        "attach": "Send a photo or a file",
        "video": "Make a video call",
        "post": "Write something on social media",
    }),
    "handling": ("Finding and keeping things", {
        "search": "Search the web and find what I need",
        "judge": "See whether what I read can be trusted",
        "bookmark": "Find a website again",
        "save": "Save a file or photo and find it again",
        "sync": "See my things on another device",
    }),
    "transacting": ("Doing things online", {
        "account": "Make an account",
        "form": "Fill in a form of the council or the NHS",
        "upload": "Send a document with a form",
        "pay": "Pay for something",
        "bank": "See my bank account",
    }),
    "solving": ("Solving problems", {
        "look_up": "Look up how something is done",
        "help": "Use help pages or a chat",
        "video_help": "Learn from a video",
        "fault": "Put right what goes wrong, like no sound",
    }),
    "safe": ("Being safe and lawful", {
        "passwords": "Use a different strong password for each account",
        "links": "Spot a message or link that wants to trick me",
        "private": "Choose who sees what I share",
        "second_step": "Sign in with a code on my phone",
        "padlock": "See whether a website is safe to pay on",
        "update": "Keep the device up to date",
        "others": "Ask before I share something of somebody else",
    }),
}  # fmt: skip
SAFETY = ("passwords", "links", "private")  # without these three, confidence does not count
TASKS = FOUNDATION | {key: words for _name, tasks in LIFE.values() for key, words in tasks.items()}
LEVELS = {"alone": "I can", "help": "With help", "cannot": "I cannot", "not_tried": "Not tried"}
