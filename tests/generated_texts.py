"""Texts for random projects: several languages and scripts, every length, and Markdown as people write it."""

from random import Random
from typing import Final

_SWEDISH: Final = (
    "verksamheten plattformen upphandling gemensam kostnader nämnden e-tjänster invånarna beslutar om att och i på för"
    " förvaltning räckvidd ökar 12,6 mkr (38 %) äga gränssnitten; it-miljön, samverkan: systemförvaltare §12 år 2029"
)
_ENGLISH: Final = (
    "platform services procurement shared costs board decides that the and of to a in residents municipality supplier"
    " “ownership” it’s growing by SEK 12.6m (38%) – interfaces, roles; data: resilience & security <open> 24/7"
)
_FINNISH: Final = (
    "yhdenvertaisuussuunnitelma kaupunginhallitus päätös kehittäminen sähköinen asiointi ja tai että yöllä"
)
_POLISH: Final = "zażółć gęślą jaźń przedsiębiorstwo rozwój usług cyfrowych w gminie źródło współpraca i łączność się"
_ARABIC: Final = "المدينة الذكية قرار المجلس خدمات رقمية في من ميزانية التعاون بين البلديات والتطوير"
_EMOJI: Final = "🚀 👩‍💻 ✅ 🇸🇪 👍🏽 ⚠️ mål klart ny 数字 化 → ≥ ½ 𝔄 plan"
_HEBREW: Final = "החלטת המועצה בעניין שירותים דיגיטליים (2029) תקציב 12% ופיתוח"
_CJK: Final = "数字化转型战略 理事会の決定を求めます 디지털전환 2027年度予算 （共通基盤）、段階的に進める。"
_MARKED: Final = "e\u0301te\u0301 n\u0303andu\u0301 S\u0323t\u0308r\u0308o\u0308m خُطَّةٌ رَقْمِيَّة שָׁלוֹם Z͑ͫ̓a̴l̷go plan"
_LONG: Final = (
    "realisationsvinstbeskattningsförordningsändring informationssäkerhetsklassificeringsmodellbeskrivningar och"
    " nordvästersjökustartilleriflygspaningssimulatoranläggningsmaterielunderhållsuppföljningssystemdiskussionsinlägg"
    " https://www.example.se/en/mycket/lang/adress/utan/mellanslag?med=fragor&och=svar_som_aldrig_tar_slut#1"
)
_VOCABULARIES: Final = tuple(
    words.split(" ")
    for words in (
        _SWEDISH,
        _SWEDISH,
        _SWEDISH,
        _ENGLISH,
        _ENGLISH,
        _FINNISH,
        _POLISH,
        _ARABIC,
        _HEBREW,
        _EMOJI,
        _CJK,
        _MARKED,
        _LONG,
    )
)
#: What a paste may bring along: controls, other spaces, soft hyphens, marks, a combining letter.
_STRAY: Final = (
    "\x00", "\x0b", "\x1f", "\u2028", "\u00ad", "\u200b", "\u200f", "\ufeff", "\u00a0", "a\u0301\u0323\u0308", "\t", "\\",
    "&amp;", "]]>", "{n}", "%s", "[@s1]", "`", "|", "￾",
)  # fmt: skip
#: Markdown that was begun and never ended, and what is none.
_ODD: Final = ("", "**", "[](", "```\nx\n```", "![bild](x.png)", "- \n- \n", "<script>", "***\n***", "1.")
_LENGTHS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 24)


def words(random: Random, count: int) -> str:
    """So many words of one vocabulary, now and then with something stray among them."""
    vocabulary = random.choice(_VOCABULARIES)
    drawn = [random.choice(vocabulary) for _ in range(count)]
    if not random.randrange(12):
        drawn.insert(random.randrange(len(drawn) + 1), random.choice(_STRAY))
    return " ".join(drawn)


def one_line(random: Random) -> str:
    """A name or a sentence: mostly some words, one in thirty times nothing, or far too much."""
    oddity = random.randrange(60)
    if oddity == 0:
        return random.choice(("", " ", "\u00a0", "\u200b", "–", "\n", "*", "- ", "#"))
    if oddity == 1:
        return words(random, 90)
    if oddity == 2:
        return "å" * 400
    said = words(random, random.choice(_LENGTHS))
    return f"**{said}**" if oddity == 3 else said


def prose(random: Random) -> str:
    """Markdown of several blocks; one in eighty times of 3,000 words."""
    if not random.randrange(80):
        return "\n\n".join(words(random, 100) for _ in range(30))
    return "\n\n".join(_block(random) for _ in range(random.choice((1, 1, 1, 2, 3, 5))))


def _block(random: Random) -> str:
    lines = [words(random, random.choice(_LENGTHS)) for _ in range(random.choice((1, 2, 3, 5)))]
    first, last = lines[0], lines[-1]
    start = random.choice((1, 98))
    link = f"[{words(random, 2)}](https://example.org/å?a=1&b=2)"
    blocks = (
        "\n".join(lines),
        "\n".join(lines),
        "\n".join(f"{'  ' * (index % 2)}- {line}" for index, line in enumerate(lines)),
        "\n".join(f"{index}. {line}" for index, line in enumerate(lines, start=start)),
        f"## {first}\n{last}",
        f"**{first}** *{last}* {link} ***{words(random, 1)}***",
        f"> {first}\n\n---\n\n| a | b |\n|---|---|\n| {last} | <b>x</b> |",
        random.choice(_ODD),
    )
    return random.choice(blocks)
