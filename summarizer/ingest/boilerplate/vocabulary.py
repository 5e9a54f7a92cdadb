"""Words that share bars and menus are made of."""

from __future__ import annotations

# Words of which share bars and menus are made, line by line.
SOCIAL = frozenset(
    "twitter x facebook instagram youtube telegram whatsapp linkedin pinterest reddit tumblr tiktok threads"
    " bluesky mastodon vk ok viber messenger email e-mail mail print copy link share tweet pin it post apple store"
    " google play market app rss feed flipboard pocket line skype snapchat sms text flip on via to this the with"
    " friends article story page save send url now a+ a- aa comment comments like button buttons icon and news"
    " more follow us".split()
)
MENU = frozenset(
    "home menu search login log in sign up register subscribe world politics business sport sports opinion"
    " culture tech technology science health lifestyle travel entertainment video videos photos weather live tv"
    " radio podcasts podcast newsletters newsletter more about contact us privacy policy terms of use advertise"
    " careers sitemap help faq shop account my profile settings language en ru fr de es tr az arm night_theme dark"
    " mode light close open next previous prev back top to loading loading= latest trending breaking news edition"
    " national local economy markets arts style food education environment climate all sections archive e-paper"
    " epaper skip content main navigation toggle show hide view read load cart".split()
)
