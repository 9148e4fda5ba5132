"""What rules rest on: each source said once, as it is shown with the rules. What we infer ourselves is said to be that."""

from typing import Final

from app.model.base import Text, text

PRACTICE: Final[Text] = text(
    "Praxis i styrelser och nämnder; vår slutsats", "Practice in boards and committees; our inference"
)
BOARD_PACKS: Final[Text] = text(
    "BoardPro, ”The problem with board packs and what to do about them”",
    "BoardPro, “The problem with board packs and what to do about them”",
)
COMPANIES_ACT: Final[Text] = text(
    "Aktiebolagslagen (2005:551) 8 kap. 21 §", "Swedish Companies Act (2005:551) ch. 8 s. 21"
)
FAR: Final[Text] = text(
    "FAR, Beslutsunderlag för styrelse: balans mellan överblick och innehåll",
    "FAR, Board decision material: balance of overview and content",
)
GREEN_BOOK: Final[Text] = text("HM Treasury, The Green Book, 5.53", "HM Treasury, The Green Book, 5.53")
BENEFITS: Final[Text] = text(
    "Vägledning i nyttorealisering (E-delegationen 2014, numera Digg)",
    "Guidance on benefits realisation (Swedish e-Government Delegation 2014, now Digg)",
)
PENG: Final[Text] = text("PENG-modellen", "The PENG model")
RISK_MATRIX: Final[Text] = text(
    "Cox, ”What’s wrong with risk matrices?”, Risk Analysis 28 (2008); praxis",
    "Cox, “What’s wrong with risk matrices?”, Risk Analysis 28 (2008); practice",
)
KPI_PRACTICE: Final[Text] = text(
    "CFO Shortlist, ”KPIs and metrics”: mål, tröskel, takt och en ansvarig",
    "CFO Shortlist, “KPIs and metrics”: target, threshold, cadence and one owner",
)
LOCAL_ACT_MATTERS: Final[Text] = text(
    "Kommunallagen (2017:725) 5 kap. 1 §", "Swedish Local Government Act (2017:725) ch. 5 s. 1"
)
LOCAL_ACT_PREPARING: Final[Text] = text(
    "Kommunallagen (2017:725) 5 kap. 26 och 28 §§", "Swedish Local Government Act (2017:725) ch. 5 ss. 26 and 28"
)
SECRECY_MARK: Final[Text] = text(
    "Offentlighets- och sekretesslagen (2009:400) 5 kap. 5 §",
    "Swedish Public Access to Information and Secrecy Act (2009:400) ch. 5 s. 5",
)
CODETERMINATION: Final[Text] = text("MBL (1976:580) 11 §", "Swedish Co-Determination Act (1976:580) s. 11")
PERSONAL_NUMBERS: Final[Text] = text(
    "Dataskyddslagen (2018:218) 3 kap. 10 §", "Swedish Data Protection Act (2018:218) ch. 3 s. 10"
)
BOARD_INTELLIGENCE: Final[Text] = text(
    "Board Intelligence och Cambridge Judge Business School (2017)",
    "Board Intelligence and Cambridge Judge Business School (2017)",
)
PLAIN_LANGUAGE: Final[Text] = text(
    "ISO 24495-1 (2023): en tanke i varje mening", "ISO 24495-1 (2023): one thought per sentence"
)
ACCOUNTING: Final[Text] = text(
    "Kommunal redovisningspraxis; IAS 16 och IAS 38", "Municipal accounting practice; IAS 16 and IAS 38"
)
