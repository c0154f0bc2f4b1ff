"""Django's settings. What an operator decides comes from `environment`; the rest is decided here."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from ratslinde.site import environment, periods, returned_mail
from ratslinde.site.serving import whereabouts

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
RATSLINDE_DATA = environment.data_folder()
RATSLINDE_URL = environment.base_url() or whereabouts.address_of_server(RATSLINDE_DATA)
RATSLINDE_OPEN_DATA = environment.switch("RATSLINDE_OPEN_DATA", default=True)
RATSLINDE_PRODUCT_URL = environment.web_page("RATSLINDE_PRODUCT_URL")
RATSLINDE_VENDOR_URL = environment.web_page("RATSLINDE_VENDOR_URL")
RATSLINDE_TEMPLATES = environment.templates(RATSLINDE_DATA)
RATSLINDE_FONTS = environment.folder("RATSLINDE_FONTS")  # only checked here: printing reads it without Django
RATSLINDE_ASSETS = CHECKOUT / "build"

SECRET_KEY = environment.secret_key(RATSLINDE_DATA)
DEBUG = environment.switch("RATSLINDE_DEBUG", default=False)
_secure = RATSLINDE_URL.startswith("https://")
_host = urlsplit(RATSLINDE_URL).hostname
ALLOWED_HOSTS = [_host, "localhost", "127.0.0.1"] if _host else ["localhost", "127.0.0.1", "[::1]"]
if environment.switch("RATSLINDE_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [RATSLINDE_URL] if RATSLINDE_URL else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "ratslinde.ui",
    "ratslinde.accounts",
    "ratslinde.files",
    "ratslinde.journal",
    "ratslinde.record",
    "ratslinde.inbox",
    "ratslinde.post",
    "ratslinde.council.bodies",
    "ratslinde.council.documents",
    "ratslinde.council.meetings",
    "ratslinde.council.papers",
    "ratslinde.council.adoption",
    "ratslinde.integration.landscape",
    "ratslinde.integration.importing",
    "ratslinde.integration.keeping",
    "ratslinde.portal",
    "ratslinde.opendata",
    "ratslinde.desk",
    "ratslinde.desk.accounts",
    "ratslinde.desk.post",
    "ratslinde.desk.landscape.coverage",
    "ratslinde.desk.landscape.importing",
    "ratslinde.desk.landscape.map",
    "ratslinde.desk.landscape.network",
    "ratslinde.site",
]
MIDDLEWARE = [
    "ratslinde.site.middleware.public_answers_first",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "ratslinde.site.middleware.no_empty_refusal",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
CSRF_FAILURE_VIEW = "ratslinde.portal.errors.form_refused"
ROOT_URLCONF = "ratslinde.site.urls"
WSGI_APPLICATION = "ratslinde.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
        },
    }
]
COTTON_DIR = "components"

DATABASES = {"default": environment.database(RATSLINDE_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {
            "MAX_ENTRIES": 20_000
        },  # with Django's 300, a few hundred tries would wash the counters away
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "/anmelden/"
LOGIN_REDIRECT_URL = "/schreibtisch/"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_AGE = 60 * 60 * 12
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _secure else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "login_failed": "20/m/ip,5/5m/key,30/d/key",
    "one_time_link": "20/m/ip",
}
ACCOUNT_ADAPTER = "ratslinde.accounts.adapter.ClosedAccounts"
MFA_ADAPTER = "ratslinde.accounts.adapter.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Ratslinde"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if environment.switch("RATSLINDE_PROXY", default=False) else 0

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "de"
LANGUAGES = [
    ("de", "Deutsch")
]  # no page follows the browser: the directory's other languages have their addresses
LOCALE_PATHS = [RATSLINDE_ASSETS / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = RATSLINDE_ASSETS / "served"
STATICFILES_DIRS = [("assets", RATSLINDE_ASSETS / "assets")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # an actor with a hundred offers sends more than the usual thousand
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(RATSLINDE_DATA / "mails")
globals().update(environment.mail())
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.mail_from()
RATSLINDE_BOUNCES = returned_mail.mailbox()
RATSLINDE_BOUNCE_FROM = returned_mail.return_address()
RATSLINDE_KEEP = periods.kept_days()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},  # a wrong address is the visitor's, not the log's
        "django.security.DisallowedHost": {
            "level": "CRITICAL"
        },  # nor is a wrong host, which strangers try all day
    },
}
