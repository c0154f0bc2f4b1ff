"""The languages that a mail may be written in, and the few words that every mail has."""

from __future__ import annotations

from dataclasses import dataclass

GERMAN = "de"


@dataclass(frozen=True, kw_only=True)
class Language:
    """`name` in German, for the desk. `open` labels a button without words of its own, `instead` stands before the
    address that may be opened in its place, `automatic` ends every mail.
    """

    name: str
    open: str
    instead: str
    automatic: str
    right_to_left: bool = False

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML wants it."""
        return "rtl" if self.right_to_left else "ltr"

    @property
    def start(self) -> str:
        """The side on which a line begins: Outlook knows no `start`."""
        return "right" if self.right_to_left else "left"


LANGUAGES = {
    "de": Language(
        name="Deutsch", open="Öffnen", instead="Falls der Knopf nicht geht, öffnen Sie diese Adresse:",
        automatic="Diese E-Mail wurde automatisch verschickt.",
    ),
    "en": Language(
        name="Englisch", open="Open", instead="If the button does not work, open this address:",
        automatic="This e-mail was sent automatically.",
    ),
    "tr": Language(
        name="Türkisch", open="Aç", instead="Düğme çalışmıyorsa şu adresi açın:",
        automatic="Bu e-posta otomatik olarak gönderilmiştir.",
    ),
    "ar": Language(
        name="Arabisch", open="فتح", instead="إذا لم يعمل الزر، فافتح هذا العنوان:",
        automatic="أُرسلت هذه الرسالة الإلكترونية تلقائيًا.", right_to_left=True,
    ),
    "uk": Language(
        name="Ukrainisch", open="Відкрити", instead="Якщо кнопка не працює, відкрийте цю адресу:",
        automatic="Цей лист надіслано автоматично.",
    ),
}  # fmt: skip
CHOICES = [(code, language.name) for code, language in LANGUAGES.items()]
