"""What people in the demonstration say: reasons, notes, and what residents write to us."""

REASONS = {
    ("borrow-a-device", "ask"): (
        "Which library is easiest for you? The one you chose is closed for repairs.",
        "Is there somebody over 18 at home who can look after the device with you?",
    ),
    ("borrow-a-device", "put_back"): ("You told us you could not come that week.",),
    ("borrow-a-device", "mark_lost"): ("They rang: it was stolen from a bag on the bus. The police have been told.",),
    ("borrow-a-device", "refuse"): (
        "You live outside the borough. We have sent you the number of the library of devices near you.",
        "You have a laptop from us already. Give that one back first, or ask us to keep it for longer.",
    ),
    ("borrow-a-device", "withdraw"): ("My daughter has given me hers.", ""),
    ("borrow-a-device", "withdraw_for_them"): ("They rang: they have bought a tablet.",),
    ("borrow-a-device", "close_duplicate"): ("The same request came twice within an hour.",),
    ("become-a-foster-carer", "cancel_visit"): ("The officer who was to visit you is ill.",),
    ("become-a-foster-carer", "ask"): (
        "You told us that your brother may move in. When will you know, and which room would he have?",
        "We would like to talk to your partner too. When is a good time?",
    ),
    ("become-a-foster-carer", "stop_here"): (
        "The spare room is on the way to another bedroom, so a child could not have it to themselves.",
        "You start a new job with night shifts in the spring. Talk to us again once you know your hours.",
    ),
    ("become-a-foster-carer", "lose_touch"): ("Rang five times at different hours and wrote twice.",),
    ("become-a-foster-carer", "withdraw"): ("We are expecting a baby.", "Not the right time for us.", ""),
    ("become-a-foster-carer", "close_duplicate"): ("Both partners sent the form.",),
    ("business-support-grant", "ask"): (
        "Send us a bank statement that shows the name of the business. The one you sent shows your own name.",
        "Send us your till reports for both months. The file you sent is empty.",
        "Send us the lease or a letter from your landlord, to show that you trade from this address.",
    ),
    ("business-support-grant", "send_back"): ("The two months compared are not the same month. Work it out again.",),
    ("business-support-grant", "stop_payment"): ("The bank says that the account was opened last week.",),
    ("business-support-grant", "refuse"): (
        "Your papers show that you sold more this year than last.",
        "The company was struck off before you sent your claim.",
    ),
    ("business-support-grant", "withdraw"): ("We have sold the business.", ""),
    ("business-support-grant", "close_duplicate"): ("The same business claimed twice, from two e-mail addresses.",),
    ("book-a-market-stall", "ask"): ("How wide is your stall? Ours are 3 metres.",),
    ("book-a-market-stall", "refuse"): ("Every stall is taken on those days.",),
    ("book-a-market-stall", "withdraw"): ("I found a shop instead.",),
    ("book-a-market-stall", "withdraw_for_them"): ("They rang: they have broken a wrist.",),
}

NOTES = {
    "borrow-a-device": (
        "Rang. Happy to wait for a tablet with a bigger screen.",
        "Has never had a computer. Asked Silver Surfers if a volunteer is free on Thursdays.",
        "Daughter will help to set it up.",
        "Would like to be rung, not texted.",
    ),
    "become-a-foster-carer": (
        "Warm and thoughtful on the phone. Asked good questions about school.",
        "Best to ring after 4pm.",
        "Has a sister who fosters for another council.",
        "Asked what happens about holidays. Sent the leaflet.",
    ),
    "business-support-grant": (
        "Name on the statement is right. Sort code checked.",
        "Walked past: the shop is open.",
        "Rates account is in credit.",
        "Asked Revenues about the change of name in June.",
    ),
    "book-a-market-stall": ("Was here last year, no trouble.", "Wants a stall near the gate if there is one."),
}

FROM_RESIDENTS = {
    "borrow-a-device": (
        "I can get to Edgeley library on any weekday.",
        "Could I keep the laptop until the end of my course? I have two months to go.",
        "Yes, my mum is here and she will look after it with me.",
        "The screen has gone dark. It works if I plug it into the TV.",
    ),
    "become-a-foster-carer": (
        "Sorry I missed you. I am home on Friday after 3.",
        "My brother has found a flat of his own, so the room stays free.",
    ),
    "business-support-grant": (
        "I have a letter from the bank now. Can I bring it in?",
        "The till reports are the two pages I sent with the form. Which month is missing?",
    ),
    "book-a-market-stall": ("It is two and a half metres, so it fits.",),
}

WARNINGS = (
    "Large dog, friendly but strong. Ring before you visit and they will shut it in.",
    "Has been shouted at by a neighbour at the door. Do not say who you are on the doorstep.",
    "Two people visit together. A relative was angry with an officer in the past.",
)
