"""The portal's pictures, drawn: the captcha, a code for the province's app, the icon."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

from anfang.testbed.families.platform.choices import Choices


def captcha(pick: Choices) -> bytes:
    """Four characters on a noisy ground, as a JPEG."""
    rng = pick.rng("captcha")
    image = Image.new("RGB", (90, 32), (238, 242, 248))
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        draw.line([(rng.randrange(90), rng.randrange(32)) for _ in range(2)], fill=(150, 170, 200))
    for n, character in enumerate(rng.choices("23456789ABCDEFGHKMNPRSTUVWXYZ", k=4)):
        color = (rng.randrange(120), rng.randrange(120), rng.randrange(160))
        draw.text((8 + 20 * n, rng.randint(2, 8)), character, fill=color, font=ImageFont.load_default(20))
    return _bytes(image, "JPEG")


def qr(pick: Choices) -> bytes:
    """What looks like a QR code; it holds nothing."""
    rng, image = pick.rng("qr"), Image.new("1", (29, 29), 1)
    draw = ImageDraw.Draw(image)
    for x in range(2, 27):
        for y in range(2, 27):
            if rng.random() < 0.5:
                draw.point((x, y), 0)
    for x, y in ((2, 2), (20, 2), (2, 20)):
        draw.rectangle((x, y, x + 6, y + 6), fill=0)
        draw.rectangle((x + 1, y + 1, x + 5, y + 5), fill=1)
        draw.rectangle((x + 2, y + 2, x + 4, y + 4), fill=0)
    return _bytes(image.resize((145, 145), Image.Resampling.NEAREST), "PNG")


def icon(color: str) -> bytes:
    """The favicon: a disc in the portal's color."""
    image = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((2, 2, 29, 29), fill=color)
    return _bytes(image, "PNG")


def _bytes(image: Image.Image, format: str) -> bytes:
    raw = io.BytesIO()
    image.save(raw, format)
    return raw.getvalue()
