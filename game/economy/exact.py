"""e^x, ln x and x^y from + - * / alone, so that every machine gives the same last digit.

Those of the C library differ in their last digits between processors with and without fused multiplication and between
systems; IEEE 754 fixes + - * / and the square root. Ranges and polynomials: fdlibm (Sun Microsystems, 1993), less than
one unit in the last place.
"""

from __future__ import annotations

from math import floor, frexp

from game.economy.compiled import compiled

LN2_HIGH, LN2_LOW = 6.93147180369123816490e-01, 1.90821492927058770002e-10
"""ln 2 as a sum, the first with zeros at its end, so that its multiples are exact."""
INVERSE_LN2 = 1.44269504088896338700
HALF_ROOT = 0.70710678118654752440
FARTHEST = 700.0
"""|x| beyond which e^x is held: floats end at 709."""
FINE = tuple(2.0**k for k in range(32))
COARSE = tuple(2.0 ** (32 * k) for k in range(-32, 32))
"""Powers of two, as two factors: to multiply by them is exact, and half the price of the C library's ldexp."""


@compiled
def exp(x: float) -> float:
    """e^x, of x held between -700 and 700."""
    x = min(max(x, -FARTHEST), FARTHEST)
    k = floor(x * INVERSE_LN2 + 0.5)
    high, low = x - k * LN2_HIGH, k * LN2_LOW
    r = high - low
    t = r * r
    p = 6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08)
    c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * p))
    whole = int(k)
    return (1.0 - ((low - r * c / (2.0 - c)) - high)) * FINE[whole & 31] * COARSE[(whole >> 5) + 32 & 63]


@compiled
def log(x: float) -> float:
    """The natural logarithm of a positive number."""
    f, k = frexp(x)
    if f < HALF_ROOT:
        f, k = 2.0 * f, k - 1
    f -= 1.0
    s = f / (2.0 + f)
    z = s * s
    v = z * z
    even = v * (3.999999999940941908e-01 + v * (2.222219843214978396e-01 + v * 1.531383769920937332e-01))
    odd = 2.857142874366239149e-01 + v * (1.818357216161805012e-01 + v * 1.479819860511658591e-01)
    r = even + z * (6.666666666666735130e-01 + v * odd)
    half = 0.5 * f * f
    return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f)


@compiled
def power(x: float, y: float) -> float:
    """x^y, 0 where x is not above 0."""
    return exp(y * log(x)) if x > 0.0 else 0.0


@compiled
def fourth(x: float) -> float:
    """x^4."""
    x *= x
    return x * x
