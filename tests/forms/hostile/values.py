"""What a script, a scanner or an unlucky paste may send in place of an answer. The same seed gives the same values.

Whatever could run has `hostile` within it, so that `looking` can tell it from what is harmless.
"""

import random

SCRIPTS = [
    "<script>hostile(1)</script>",
    '"><img hostile src=x onerror=hostile(1)>',
    "'><svg/hostile onload=hostile(1)>",
    '" hostile="" onfocus="hostile(1)" autofocus x="',
    "' hostile onmouseover='hostile(1)",
    "</textarea><script>hostile(1)</script>",
    "</title></head><script>hostile(1)</script>",
    "--><script>hostile(1)</script><!--",
    "]]><hostile:script>hostile(1)</hostile:script>",
    "<scr<script>ipt>hostile(1)</scr</script>ipt>",
    "<ScRiPt\n>hostile(1)</sCrIpT >",
    '<iframe hostile srcdoc="<script>hostile(1)</script>"></iframe>',
    "<math><mtext></form><form><mglyph><style></math><img hostile src onerror=hostile(1)>",
    "<base hostile href=//evil.example>",
    '<meta hostile http-equiv="refresh" content="0;url=//evil.example">',
    "&lt;script&gt;hostile(1)&lt;/script&gt;",
    "%3Cscript%3Ehostile(1)%3C/script%3E",
    "\\u003cscript\\u003ehostile(1)\\u003c/script\\u003e",
    "＜script＞hostile(1)＜/script＞",
    "javascript:hostile(1)",
    "java\tscript:hostile(1)",
    "data:text/html,<script>hostile(1)</script>",
    "[press me](javascript:hostile(1))",
    "[press me](https://evil.example/hostile) **bold hostile** # heading hostile",
    "![](x){onerror=hostile(1)}",
    "<!--#exec cmd=hostile-->",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY hostile SYSTEM 'file:///etc/passwd'>]><a>&hostile;</a>",
]
TEMPLATES = [
    "{{ 7*191 }}hostile",
    "{{7*'7'}}hostile",
    "${7*191}hostile",
    "#{7*191}hostile",
    "<%= 7*191 %>hostile",
    "{% include 'forms/page.html' %}",
    "{% raw %}{{ hostile",
    "{{ ''.__class__.__mro__ }}",
    "{{ self._TemplateReference__context }}",
    "((email)) ((reference)) (((name))) ((link))",
    "((full_name",
    "{who} {0} {} {x.__class__} }{",
    "%s %(now)s %d %",
    "\ue000vfull_name\ue001 \ue002((email)) \ue000pcsrf\ue001",
    " data-mark=\ue000cx=y\ue001",
]
LETTERS = [
    "\0",
    "a\0b",
    "\ud800",
    "a\udfffb",
    "\udcff",
    "\u202egnp.exe",
    "\u2066\u2067x\u2069",
    "\u200b\u200b",
    "\ufeff",
    "a\u200db",
    "e\u0301" * 40,
    "Z" + "\u0335\u0322\u0489" * 60,
    "\u0344\u0958\ufb1d",
    "ﷺ" * 40,
    "İıſß",
    "👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧",
    "\U000e0041\U000e007f",
    "\ufffe\uffff\U0010ffff",
    "\x1b[31mred\x07\x08",
    "a\u2028b\u2029c\x85d\x0be",
    "𝕊𝕒𝕞 Ⓔⓧ",
    "田中\u3000さん",
    "مرحبا",
    "\t \t",
    "\r\n\r\n",
]
NUMBERS = [
    "1e999", "-1e999", "NaN", "sNaN", "Infinity", "-Infinity", "-0", "+0", "00", "0x1F", "0b1", "1_000", "٣", "१२३",
    "１２", "²", "½", "Ⅷ", "9" * 400, "9" * 5_000, "1,,2", "1.2.3", ".5", "5.", "−5", "- 5", "--5", "1e5", "1e-400",
    "0.00000000000000001", "99999999999999999999", "2147483648", "-2147483649", "9223372036854775808", "£", "-£5",
    "£1e3", "1/0", "0/0", "53N N", "53°", "-2.15W", "90W", "SJ", "II 11", "ZZ 99999 99999", "SJ" + "1" * 3_000,
]  # fmt: skip
DATES = [
    "31", "29", "0", "-1", "13", "32", "2023", "9999", "10000", "0001", "1900", "feb", "Febuary", "sept", "Ⅻ", "1.5",
    "2026-02-30", "٢٠٢٦", "26", "today", "24:00", "25:00", "12:60", "0:0am", "13pm", "٩am",
    "noon<script>hostile(1)</script>",
    "999:99", "9", "9am\0",
]  # fmt: skip
CONTACT = [
    "a@b.example\r\nBcc: hostile@evil.example",
    "sam@example.org\nSubject: hostile",
    "sam@example.org%0d%0aBcc:hostile@evil.example",
    "sam@example.org,hostile@evil.example",
    '"<script>hostile(1)</script>"@example.org',
    "<script>hostile(1)</script>@example.org",
    "a'or'1'='1@example.org",
    "a@[127.0.0.1]",
    "a@xn--zz.example",
    "a@b..c",
    "@",
    "a" * 64 + "@example.org",
    "ünïcode@exämple.org",
    "a@example.org" * 99,
    "+",
    "+44",
    "+999 1",
    "00",
    "tel:+441614960000;ext=<script>hostile",
    "07700 900123;phone-context=hostile.example",
    "0161 496 0000 x<script>hostile(1)</script>",
    "+" * 40,
    "javascript:hostile(1)//.example",
    'https://example.org/"><script>hostile(1)</script>',
    "https://example.org/#' hostile onclick='hostile(1)",
    "https://user:word@example.org",
    "https://[::1",
    "https://[::1]/",
    "http://example.org:99999",
    "http://2130706433/",
    "//evil.example/hostile",
    "https://example.org/\r\nSet-Cookie: hostile=1",
    "https://xn--/",
    "https://" + "a." * 2_000 + "example",
    "file:///etc/passwd",
    "Your account is locked: go to evil.com/hostile",
    "hthttps://tps://evil.com/hostile",
    "(www.evil.com)",
]
PLACES = [
    "../../etc/passwd", "..\\..\\windows\\win.ini", "/dev/null", "C:\\", "con", "~", ".", "a/b/c", "%2e%2e%2f",
    "SK1 3XE", "sk13xe", "ＳＫ１ ３ＸＥ", "SK1\u00a03XE", "SK1 3XE'--", "GIR 0AA", "Z" * 9, "100000000000", "1" * 5_000,
    "-1", "typed ", "typed <script>hostile(1)</script>", "1 x", "other \0",
]  # fmt: skip
DATA = [
    '{"a": 1}', "[1, 2]", "null", "true", "undefined", '{"$ne": null}', '"', "'", "\\", "`", "[]", "{}", "[" * 3_000,
    "'; DROP TABLE forms_journey; --", "' OR 1=1 --", "%' AND pg_sleep(9)--", "$$", "\\x00", "|| ls", "; id", "$(id)",
    "=1+1", "+hostile|' /C calc'!A0", "-2+3", "@SUM(1)", '=HYPERLINK("https://evil.example","hostile")', "\t=1", "yes",
    "no", "on",
    "YES", "none", "None", "__proto__", "constructor", "ok\0", "continue",
]  # fmt: skip
LONG = [
    "x" * 10_000,
    "é" * 6_000,
    " " * 9_000 + "x",
    "\n" * 3_000,
    "word " * 4_000,
    "<" * 6_000,
    "👍" * 3_000,
    "(" * 9_000,
]
KINDS = (SCRIPTS, TEMPLATES, LETTERS, NUMBERS, DATES, CONTACT, PLACES, DATA)
DIGITS = [
    str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")
]


def text(chance: random.Random, good: str = "") -> str:
    """One value. `good` is what would do: half of what comes is that with something wrong with it."""
    if good and chance.random() < 0.5:
        return _spoilt(chance, good)
    if chance.random() < 0.03:
        return chance.choice(LONG)
    found = chance.choice(chance.choice(KINDS))
    return found if chance.random() < 0.7 else _spoilt(chance, found)


def _spoilt(chance, good):
    other, at = chance.choice(chance.choice(KINDS)), chance.randint(0, len(good))
    return chance.choice(
        (
            lambda: good + other,
            lambda: other + good,
            lambda: good[:at] + other + good[at:],
            lambda: good[:at] + chance.choice(LETTERS) + good[at:],
            lambda: good.translate(chance.choice(DIGITS)),
            lambda: f"{good}\r\n{other}",
            lambda: good.swapcase(),
            lambda: f" {good} \n",
            lambda: good * 2,
            lambda: good[:at],
            lambda: f"-{good}",
            lambda: good,
        )
    )()
