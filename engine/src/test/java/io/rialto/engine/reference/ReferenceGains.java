package io.rialto.engine.reference;

import java.math.BigInteger;

/** What an account has gained as a rule sees it: now, when the day began, at the most; and its losses in a row. */
final class ReferenceGains {
    BigInteger last;
    BigInteger start;
    BigInteger peak;
    long day;
    long streak;
}
