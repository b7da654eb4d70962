package io.rialto.bench.traders;

import java.io.IOException;

/** Somebody who trades: does one thing when it is his turn. */
interface Participant {
    void act() throws IOException;
}
