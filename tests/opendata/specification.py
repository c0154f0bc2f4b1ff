"""OParl 1.1 as data, for checking: each type's attributes and their forms, written from the specification's tables.

Forms: `text`, `url`, `date`, `moment`, `flag`, `number`; `>Type` the address of an object, `Type` an embedded object,
`=Type` the address of a list; in brackets a list of these. A `!` marks what must be there.
"""

from __future__ import annotations

_EVERYWHERE = (
    "id:!url type:!text created:!moment modified:!moment license:url keyword:[text] web:url deleted:flag"
)
_TYPES = {
    "System": """oparlVersion:!text otherOparlVersions:[>System] body:!=Body name:text contactEmail:text
        contactName:text website:url vendor:url product:url""",
    "Body": """system:>System shortName:text name:!text website:url licenseValidSince:moment oparlSince:moment ags:text
        rgs:text equivalent:[url] contactEmail:text contactName:text organization:!=Organization person:!=Person
        meeting:!=Meeting paper:!=Paper legislativeTerm:![LegislativeTerm] agendaItem:!=AgendaItem
        consultation:!=Consultation file:!=File locationList:!=Location legislativeTermList:!=LegislativeTerm
        membership:!=Membership classification:text location:Location mainOrganization:>Organization""",
    "LegislativeTerm": "body:>Body name:text startDate:date endDate:date",
    "Organization": """body:>Body name:text membership:[>Membership] meeting:=Meeting consultation:=Consultation
        shortName:text post:[text] subOrganizationOf:>Organization organizationType:text classification:text
        startDate:date endDate:date website:url location:Location externalBody:>Body""",
    "Person": """body:>Body name:text familyName:text givenName:text formOfAddress:text affix:text title:[text]
        gender:text phone:[text] email:[text] location:>Location locationObject:Location status:[text]
        membership:[Membership] life:text lifeSource:text""",
    "Membership": """person:>Person organization:>Organization role:text votingRight:flag startDate:date endDate:date
        onBehalfOf:>Organization""",
    "Meeting": """name:text meetingState:text cancelled:flag start:moment end:moment location:Location
        organization:[>Organization] participant:[>Person] invitation:File resultsProtocol:File verbatimProtocol:File
        auxiliaryFile:[File] agendaItem:[AgendaItem]""",
    "AgendaItem": """meeting:>Meeting number:text order:!number name:text public:flag consultation:>Consultation
        result:text resolutionText:text resolutionFile:File auxiliaryFile:[File] start:moment end:moment""",
    "Paper": """body:>Body name:text reference:text date:date paperType:text relatedPaper:[>Paper]
        superordinatedPaper:[>Paper] subordinatedPaper:[>Paper] mainFile:File auxiliaryFile:[File] location:[Location]
        originatorPerson:[>Person] underDirectionOf:[>Organization] originatorOrganization:[>Organization]
        consultation:[Consultation]""",
    "Consultation": """paper:>Paper agendaItem:>AgendaItem meeting:>Meeting organization:[>Organization]
        authoritative:flag role:text""",
    "File": """name:text fileName:text mimeType:text date:date size:number sha1Checksum:text sha512Checksum:text
        text:text accessUrl:!url downloadUrl:url externalServiceUrl:url masterFile:>File derivativeFile:[>File]
        fileLicense:url meeting:[>Meeting] agendaItem:[>AgendaItem] paper:[>Paper]""",
    "Location": """description:text streetAddress:text room:text postalCode:text subLocality:text locality:text
        bodies:[>Body] organizations:[>Organization] persons:[>Person] meetings:[>Meeting] papers:[>Paper]""",
}
TYPES = {
    name: dict(pair.split(":", 1) for pair in f"{_EVERYWHERE} {attributes}".split())
    for name, attributes in _TYPES.items()
}

# What an embedded object leaves out, and shows, standing alone, for the object it is embedded in.
BACK = {
    ("Body", "legislativeTerm"): "body",
    ("Person", "membership"): "person",
    ("Meeting", "agendaItem"): "meeting",
    ("Paper", "consultation"): "paper",
    **{
        ("Meeting", name): "meeting"
        for name in ("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile")
    },
    **{("AgendaItem", name): "agendaItem" for name in ("resolutionFile", "auxiliaryFile")},
    **{("Paper", name): "paper" for name in ("mainFile", "auxiliaryFile")},
    ("Body", "location"): "bodies",
    ("Organization", "location"): "organizations",
    ("Person", "locationObject"): "persons",
    ("Meeting", "location"): "meetings",
    ("Paper", "location"): "papers",
}
INTERNAL = {
    "AgendaItem": {"auxiliaryFile"},
    "Meeting": {"auxiliaryFile", "agendaItem"},
    "Paper": {"auxiliaryFile", "location"},
    "Person": {"membership"},
    "Body": {"legislativeTerm"},
}
