"""Forms of addresses: those that are never asked, however they are written, and those that must pass."""

from __future__ import annotations

PUBLIC, PUBLIC_6 = "93.184.216.34", "2606:2800:220:1::1946"

# Addresses that are refused as they are written, whatever the name leads to.
REFUSED = [
    # This machine and its networks, in the plain form.
    *[f"http://{host}/" for host in ("127.0.0.1", "127.1.2.3", "127.255.255.254", "0.0.0.0", "0.1.2.3")],
    *[f"http://{host}/" for host in ("10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1")],
    *[f"https://{host}/" for host in ("169.254.1.1", "169.254.169.254", "169.254.170.2", "100.64.0.1")],
    *[f"https://{host}/" for host in ("100.100.100.200", "100.127.255.255", "168.63.129.16", "192.0.0.192")],
    *[f"https://{host}/" for host in ("192.0.2.7", "198.51.100.7", "203.0.113.7", "198.18.0.1", "198.19.255.255")],
    *[f"https://{host}/" for host in ("192.88.99.1", "192.0.0.8", "224.0.0.1", "239.255.255.250", "240.0.0.1")],
    "http://255.255.255.255/",
    "http://127.0.0.1:8080/admin",
    "HTTP://127.0.0.1/",
    # IPv4 as some programs read it.
    *[f"http://{host}/" for host in ("127.1", "127.0.1", "127", "0", "1", "2130706433", "017700000001", "0x7f000001")],
    *[f"http://{host}/" for host in ("0177.0.0.1", "0x7f.0.0.1", "0x7f.1", "0X7F.0.0.1", "127.0.0.0x1", "00.0.0.0")],
    *[f"http://{host}/" for host in ("127.000.000.001", "0127.0.0.1", "127.0.0.01", "4294967295", "3232235777")],
    *[f"http://{host}/" for host in ("127.0.0.1.", "127.0.0.1..", "127.1.", "0x.0x.0x.0x", "1.1.1.1.1", "256.1.1.1")],
    *[f"http://{host}/" for host in ("0xA9FEA9FE", "0251.0376.0251.0376", "2852039166", "10.1", "192.168.257", "08")],
    # The same with other digits and dots, or hidden by percent signs.
    *[f"http://{host}/" for host in ("１２７.0.0.1", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "①②⑦.⓪.⓪.①")],
    *[
        f"http://{host}/"
        for host in ("\U0001d7cf27.0.0.1", "١٢٧.0.0.1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "loca\u2113host", "ｌｏｃａｌｈｏｓｔ")
    ],
    *[
        f"http://{host}/"
        for host in ("127%2e0%2e0%2e1", "%31%32%37.0.0.1", "local%68ost", "%6c%6f", "aldmoor%00.example")
    ],
    "http://loc\u00adalhost/",
    "http://local\u200bhost/",
    "http://127.0.0\u20241/",
    # Names of this machine and of private networks.
    *[
        f"http://{host}/"
        for host in ("localhost", "LOCALHOST", "localhost.", "a.localhost", "LocalHost:80", "intranet")
    ],
    *[
        f"http://{host}/"
        for host in ("localhost.localdomain", "printer.local", "metadata.google.internal", "router.lan")
    ],
    *[
        f"http://{host}/"
        for host in ("desk.home.arpa", "files.corp", "aldmoor.onion", "nothing.invalid", "ip6-localhost")
    ],
    # IPv6, plain and with IPv4 inside.
    *[f"http://[{host}]/" for host in ("::1", "::", "0:0:0:0:0:0:0:1", "0000::1", "::0001", "fe80::1", "febf::1")],
    *[f"http://[{host}]/" for host in ("fc00::1", "fd12:3456::1", "fd00:ec2::254", "fec0::1", "ff02::1", "ff0e::1")],
    *[
        f"http://[{host}]/"
        for host in ("::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:169.254.169.254")
    ],
    *[f"http://[{host}]/" for host in ("::127.0.0.1", "::7f00:1", "::ffff:0:127.0.0.1", "::ffff:0:0:127.0.0.1")],
    *[
        f"http://[{host}]/"
        for host in ("64:ff9b::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1")
    ],
    *[f"http://[{host}]/" for host in ("2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::1", "2001::1", "2001:10::1")],
    *[
        f"http://[{host}]/"
        for host in ("2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1", "2606:4700::5efe:7f00:1")
    ],
    *[f"http://[{host}]/" for host in ("fe80::1%eth0", "fe80::1%25eth0", "::1%lo", "2606:4700::1%25lo", "v1.fe80::a")],
    *["http://[::1/", "http://::1/", "http://[127.0.0.1]/", "http://[[::1]]/", "http://[::1]x/", "http://x[::1]/"],
    # A name and a password before the host, and what looks like them.
    *[
        f"http://{PUBLIC}@127.0.0.1/",
        "http://aldmoor.example@127.0.0.1/",
        "http://a:b@aldmoor.example/",
        "http://@10.0.0.1/",
    ],
    *["http://127.0.0.1#@aldmoor.example/", "http://127.0.0.1?@aldmoor.example/", "http://127.0.0.1/@aldmoor.example"],
    *["http://aldmoor.example:80@127.0.0.1/", "http://a@b@127.0.0.1/", "http://aldmoor.example%40127.0.0.1/"],
    *[
        "http://127.0.0.1\\@aldmoor.example/",
        "http://aldmoor.example\\@127.0.0.1/",
        "http://aldmoor.example\\.127.0.0.1/",
    ],
    # Spaces, controls and slashes where none belong.
    *[" http://127.0.0.1/", "http://127.0.0.1 /", "http:// 127.0.0.1/", "http://127.0.0.1\t/", "ht\ttp://127.0.0.1/"],
    *[
        "http://127.0.0.1\n/",
        "http://127.0.0.1\r\nHost: a/",
        "http://aldmoor.example\x00.127.0.0.1/",
        "\x01http://127.0.0.1/",
    ],
    *[
        "http://aldmoor.example /",
        "http://aldmoor.example\u00a0/",
        "http://aldmoor.example\u2028/",
        "http://a.example/\x7f",
    ],
    *["http:/127.0.0.1/", "http:127.0.0.1", "http:///127.0.0.1/", "http:\\\\127.0.0.1\\", "//127.0.0.1/", "127.0.0.1"],
    *[
        "http://",
        "http:///",
        "http://?",
        "http://#",
        "",
        "http://.",
        "http://..",
        "http://aldmoor..example/",
        "http://:80/",
    ],
    # Ports and schemes.
    *[
        "http://aldmoor.example:0/",
        "http://aldmoor.example:65536/",
        "http://aldmoor.example:-1/",
        "http://a.example:8 0/",
    ],
    *[
        "http://aldmoor.example:80:80/",
        "http://aldmoor.example:٨٠/",
        "http://aldmoor.example:0x50/",
        "http://a.example:000080/",
    ],
    *["file:///etc/passwd", "ftp://aldmoor.example/", "gopher://127.0.0.1:70/_", "data:text/html,x", "javascript:1"],
    *[
        "ws://aldmoor.example/",
        "dict://127.0.0.1:11211/",
        "jar:http://127.0.0.1!/",
        "httpx://a.example/",
        "//a.example/",
    ],
    # Names that are none.
    *["http://-a.example/", "http://a-.example/", f"http://{'a' * 64}.example/", f"http://{'a.' * 130}example/"],
    *["http://a_b!.example/", "http://a$.example/", "http://xn--\u00e9.example/", "http://\u00e9\u202e.example/"],
    f"http://aldmoor.example/{'x' * 9000}",
    "http://aldmoor.example/\ud800",
]

# With the private networks allowed, these are refused all the same.
NEVER = [
    *[
        "http://0.0.0.0/",
        "http://169.254.169.254/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
    ],
    *["http://127.1/", "http://2130706433/", "http://127.0.0.1./", "http://a@127.0.0.1/", "http://127.0.0.1:0/"],
    *[
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fd00:ec2::254]/",
        "http://[ff02::1]/",
    ],
    *[
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://192.0.2.1/",
        "file:///etc/passwd",
        "http://loc%61lhost/",
    ],
]

GOOD = [
    ("http://aldmoor.example", "http://aldmoor.example/"),
    ("https://www.aldmoor.example/news/dam-gate", "https://www.aldmoor.example/news/dam-gate"),
    ("HTTPS://Aldmoor.Example/Dam", "https://aldmoor.example/Dam"),
    ("https://aldmoor.example:443/", "https://aldmoor.example/"),
    ("https://aldmoor.example:/", "https://aldmoor.example/"),
    ("http://aldmoor.example:8080/a", "http://aldmoor.example:8080/a"),
    ("https://aldmoor.example?day=3", "https://aldmoor.example/?day=3"),
    ("https://aldmoor.example/a?b=c&d=%20e#f", "https://aldmoor.example/a?b=c&d=%20e"),
    ("https://aldmoor.example/@desk/12", "https://aldmoor.example/@desk/12"),
    ("https://aldmoor.example/http://127.0.0.1/", "https://aldmoor.example/http://127.0.0.1/"),
    ("https://aldmoor.example#@127.0.0.1/", "https://aldmoor.example/"),
    ("https://aldmoor.example/größe?ö=ü", "https://aldmoor.example/gr%C3%B6%C3%9Fe?%C3%B6=%C3%BC"),
    ("https://mühle.example/", "https://xn--mhle-0ra.example/"),
    ("https://faß.example/", "https://xn--fa-hia.example/"),
    ("https://新闻.example/", "https://xn--efvy88h.example/"),
    ("https://my_desk.aldmoor.example/", "https://my_desk.aldmoor.example/"),
    ("https://127.0.0.1.aldmoor.example/", "https://127.0.0.1.aldmoor.example/"),
    ("https://localhost.aldmoor.example/", "https://localhost.aldmoor.example/"),
    ("https://1news.example/2031/05/08/", "https://1news.example/2031/05/08/"),
    (f"http://{PUBLIC}/", f"http://{PUBLIC}/"),
    ("http://172.32.0.1/", "http://172.32.0.1/"),
    ("http://100.128.0.1/", "http://100.128.0.1/"),
    (f"http://[{PUBLIC_6}]:8080/", f"http://[{PUBLIC_6}]:8080/"),
    ("http://[2606:2800:0220:0001::1946]/", f"http://[{PUBLIC_6}]/"),
    ("http://[64:ff9b::5db8:d822]/", "http://[64:ff9b::5db8:d822]/"),
]
