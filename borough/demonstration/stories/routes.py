"""How far each case has come: (how many, the moves made so far). 250 in all, and every state is among their ends.

`in` is a message from the resident: where the workflow has a move of its own for an answer, it makes that move. `paid`
is their payment, and the move that it makes.
"""

ROUTES: dict[str, list[tuple[int, list[str]]]] = {
    "borrow-a-device": [
        (8, []),
        (5, ["ask"]),
        (3, ["ask", "in"]),
        (17, ["approve", "put_on_list"]),
        (1, ["approve", "make_ready", "put_back"]),
        (8, ["approve", "make_ready"]),
        (7, ["approve", "make_ready", "lend"]),
        (8, ["approve", "put_on_list", "make_ready", "lend"]),
        (4, ["approve", "make_ready", "lend", "in"]),
        (4, ["approve", "make_ready", "lend", "in", "extend"]),
        (10, ["approve", "make_ready", "lend", "take_back"]),
        (1, ["approve", "make_ready", "lend", "give"]),
        (6, ["approve", "put_on_list", "make_ready", "lend", "take_back"]),
        (2, ["approve", "make_ready", "lend", "mark_lost"]),
        (5, ["refuse"]),
        (1, ["ask", "carry_on", "refuse"]),
        (3, ["approve", "put_on_list", "withdraw"]),
        (1, ["withdraw_for_them"]),
        (2, ["close_duplicate"]),
    ],
    "become-a-foster-carer": [
        (8, []),
        (4, ["miss"]),
        (1, ["miss", "in"]),
        (6, ["call"]),
        (3, ["leave"]),
        (7, ["call", "book"]),
        (1, ["call", "book", "cancel_visit"]),
        (6, ["call", "book", "visit"]),
        (3, ["call", "book", "visit", "ask"]),
        (8, ["call", "book", "visit", "go_forward"]),
        (2, ["call", "stop_here"]),
        (2, ["call", "book", "visit", "stop_here"]),
        (3, ["miss", "lose_touch"]),
        (4, ["call", "withdraw"]),
        (2, ["close_duplicate"]),
    ],
    "business-support-grant": [
        (10, []),
        (10, ["start"]),
        (8, ["start", "ask"]),
        (4, ["start", "ask", "in"]),
        (8, ["start", "recommend"]),
        (2, ["start", "recommend", "send_back"]),
        (8, ["start", "recommend", "approve"]),
        (1, ["start", "recommend", "approve", "stop_payment"]),
        (12, ["start", "recommend", "approve", "release"]),
        (4, ["start", "ask", "in", "recommend", "approve", "release"]),
        (4, ["start", "refuse"]),
        (2, ["start", "recommend", "refuse"]),
        (3, ["start", "withdraw"]),
        (4, ["start", "close_duplicate"]),
    ],
    "book-a-market-stall": [
        (2, []),
        (3, ["paid"]),
        (1, ["paid", "ask"]),
        (1, ["paid", "ask", "in"]),
        (4, ["paid", "book"]),
        (1, ["paid", "refuse"]),
        (1, ["withdraw"]),
        (1, ["paid", "withdraw_for_them"]),
    ],
}

# Working days before a move, (least, most), where it is not the usual 0 to 2.
PAUSES = {
    "put_on_list": (0, 0), "lend": (1, 5), "take_back": (15, 70), "mark_lost": (10, 50),
    "give": (40, 60), "extend": (1, 2), "put_back": (6, 9),
    "book": (1, 4), "visit": (5, 5), "cancel_visit": (2, 4), "go_forward": (2, 8), "stop_here": (1, 6),
    "lose_touch": (15, 25), "recommend": (2, 6), "approve": (1, 3), "release": (1, 3), "withdraw": (1, 8),
    "make_ready": (1, 4), "refuse": (1, 3), "in": (1, 6), "paid": (0, 0),
}  # fmt: skip
USUAL = (0, 2)
IN_A_LOAN = (15, 60)  # a borrower writes some weeks after they got it

# Working days since the last thing happened: how long a case in this state has stood, where it is not 1 to 4.
STOOD = {
    "lent": (1, 40), "waiting": (2, 20), "ready": (1, 4), "later": (2, 15), "visit_booked": (1, 3), "missed": (1, 6),
    "called": (1, 4), "visited": (1, 6), "received": (1, 2), "checks": (1, 5), "panel": (1, 4), "approved": (1, 3),
    "to_pay": (1, 2), "more_needed": (1, 3),
}  # fmt: skip
ENDED = (1, 110)
LATE = 0.14  # of open cases, these have stood for longer
LATE_BY = (9, 18)
