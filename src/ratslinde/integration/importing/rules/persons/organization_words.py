"""Words by which the name of an organisation, offer or place is told from that of somebody.

No list holds all of them: endings of German words stand in for the most, and what is none of these may be a name.
"""

from __future__ import annotations

import re

ORGANIZATION = re.compile(
    r"\b(e ?v|ggmbh|gmbh|mbh|gbr|ug|kg|ag|ohg|verein|amt|haus|schule|kita|gemeinde|verband|stiftung|zentrum|treff|cafe"
    r"|kurs|beratung|initiative|gruppe|projekt|dienst|stelle|kreis|bund|werk|moschee|kirche|club|netzwerk|bueche?rei"
    r"|buero|akademie|stadt|baecker|laden|shop|markt|imbiss|restaurant|apotheke|praxis|firma|agentur|studio|salon"
    r"|sankt|st|kinder|jugend|frauen|senioren|familien|chor|band|theater|museum|platz|strasse|weg|allee|park|saal|halle"
    r"|radio|international|interkultur|caritas|diakonie|awo|drk|vhs|college|gymnasium|sv|tsv|fc|sc|hilfe?|mode|moda"
    r"|market|kanzlei|u(?:e)bersetz\w+|bau|feinkost|garten|villa|tus|tg|vfl|vfb|sg)\b|"
    r"\b(verein|schule|zentrum|treff|beratung|initiative|gruppe|projekt|netzwerk|buero|kirche|familien|kinder|jugend"
    r"|dernek|derneg|kultur|kueltuer|shoqat|asociaci|associa|zwiazek|stowarzysz|udruzen|udrug|zajednic|komkar|cemev"
    r"|community|society|union|forum|center|centre|centro|circolo|foundation|mosque|church|federa|federac|comit"
    r"|spilka|hromad|tovarystvo|birlig|merkez|vakf|vakif|ocag|cemiyet)|"
    r"(verein|amt|haus|schule|kurs|treff|verband|zentrum|beratung|gruppe|dienst|stelle|hilfe|cafe|bund|werk|baeckerei"
    r"|laden|markt|strasse|platz|kirche|gemeinde|chor|stiftung|kreis|rat|buero|praxis|halle|kino|klinik|garten|bad)\b"
)
"""Who bears such a word is no person, whatever else the name holds."""

_ENDING = (
    r"(ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|taet|taeten|ismus|isch|ische[nrs]?|lich|liche[nrs]?"
    r"|ende[nrs]?|rinnen|innen|werkstatt|tage|woche|fest|paten|lotsen|freunde|treffen|spiele|stunden?|kammer|stube"
    r"|kueche|bogen|recht|arbeit|leben|wohnen|tisch|rat|stadt|furt|hagen|viertel|hoehe|schmiede|welt|raum|raeume)"
)
_WITHIN = (
    r"(sprach|bruecke|begegn|kultur|willkomm|nachbar|vielfalt|malteser|johanniter|miteinander|fluecht|zugewand"
    r"|zugezog|migra|integra|familie|muetter|vaeter|frauen|maenner|maedchen|kinder|jugend|eltern|mensch|schueler"
    r"|erwachsen|senior|fussball|theater|garten|gaerten|werkstatt|internat|digital|teilhabe|gesund|demokrat|frieden"
    r"|umwelt|freiwillig|ehrenamt|fahrrad|kleider|feuerwehr|pfadfind|bildung|polizei|gericht|universit|erziehend"
    r"|buendnis|network|women|youth|leucht|muehle|bahnhof|schloss|sonnen|sozial|politi|gemein|chancen|inklus"
    r"|lebenshilfe|kirch|berufs|handwerk|gewerk|fraktion|hospiz|asyl|rettung|juedisch|evangel|kathol|orthodox|freikirch"
    r"|synagog|pfarr|zentr|schwimm|turnen|sport|beruf|behinder|selbsthilf|solidar|wissen|technik|stadtteil|quartier"
    r"|therap|apothek|hebamm|optik|anwalt|friseur|reinigung|service|elektro|sanitaer|immobil|versicher|ditib|mevlana)"
)
_BEGINNING = (
    r"(musik|tanz|kunst|lern|naeh|koch|spiel|tafel|wohn|arbeit|hochschul|klassen|griffbereit|rucksack|arche|kompass"
    r"|hafen|anker|insel|oase|quelle|lichtblick|horizont|zukunft|hoffnung|regenbogen|eintracht|fortuna|borussia"
    r"|deutsch|englisch|tuerkisch|arabisch|afrika|europa|polnisch|refugi|demenz|schuld|sucht|jobcenter|presse"
    r"|krabbel|spatz|sternen|sonne|rotes?|offene?|freie|interkult|multikult|global|kreativ|handarbeit|computer"
    r"|blume|zwerg|loewen|kunter|raeuber|wichtel|baeren|maeuse|kaefer|schmetterling|pusteblume|kunterbunt|capoeira|salsa"
    r"|pilates|fitness|gymnast|rueck|wasser|wald|berg(steig|wander)|wander|schul|kita|krippe|hort|eltern|baby|klein|gross"
    r"|mobil|mieter|verbraucher|kranken|pflege|notruf|telefon|rathaus|museum|kloster|villa|kitchen|community)"
)
_WHOLE = (
    r"(neu|neue[nrs]?|alt|alte[nrs]?|rot|gruen|blau|weiss|schwarz|bunt|bunte[nrs]?|eine?|alle[nr]?|jede[nrms]?|welt|gegen|ohne|runde?r?|open"
    r"|door|house|meeting|post|hof|burg|nord|sued|ost|west|mitte|bad|land|dorf|tag|abend|morgen|nacht|baum|linde|linden"
    r"|wabe|funke|chance|start|yoga|zumba|kick|off|backt|backen|klatsch|hand|haende|herz|heim|mitte|netz|bus|bahn|fit"
    r"|aktiv|talk|film|foto|buch|radeln|boxen|judo|ringen|schach|singen|malen|basteln|oma|omas|opa|opas|mama|papa"
    r"|baby|teens|kids|papas|mamas|learning|start|team|camp|lab|hub|up|go|club|asb|buntes|rechts|links|ahorn|eiche"
    r"|amal|besa|kino|hotel|museum|kloster|radio|interessierte[nr]?|mosaik|atelier|basar|bazar|galerie|kiosk|kantine|mensa|kapelle|dom)"
)
THING = re.compile(rf".*{_ENDING}|.*{_WITHIN}.*|{_BEGINNING}.*|{_WHOLE}")
"""A word of everyday (or the ending of one), matched in full against one folded word: names of people rarely are."""

ACRONYM = re.compile(r"[A-ZÄÖÜ0-9]{2,5}|[A-Z][a-z]{0,2}[A-Z]\w*|[^\W\d_]+[A-ZÄÖÜ][^\W\d_]*[a-zäöü]")
"""AWO, DRK, MiMi, FerienIntensivTraining: written as names of people are not."""
