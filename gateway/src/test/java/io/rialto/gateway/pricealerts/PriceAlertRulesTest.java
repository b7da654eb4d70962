package io.rialto.gateway.pricealerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.pricealerts.PriceAlert.Direction;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceAlertRulesTest {
    private static final long MADE_AT = 10;

    /** Trades come in frames 9, 10, 11 …; what was traded up to frame 10 was known when the alert was made. */
    @ParameterizedTest
    @CsvSource({
        // direction, price, armed, repeated, trades, frames that triggered it
        "ABOVE, 100, true, false, 120 120 99 100 99 100, 12",
        "ABOVE, 100, true, false, 1 1 100.00, 11",
        "ABOVE, 100, false, false, 1 1 101 102 103, ''",
        "ABOVE, 100, false, false, 1 1 101 99.99 100, 13",
        "ABOVE, 100, true, true, 1 1 100 101 99 105 99 98 100, 11 14 17",
        "BELOW, 100, true, false, 1 1 101 100 101 99, 12",
        "BELOW, 100, false, true, 1 1 99 98 100.01 100 101 50, 14 16",
        "BELOW, -5, true, false, 1 1 0 -4 -6, 13"
    })
    void itIsTriggeredWhenTheMarketComesFromTheOtherSide(
            Direction direction, String price, boolean armed, boolean repeated, String trades, String frames) {
        PriceAlert alert = new PriceAlert(
                1, 100, "BTC-USD", direction, new BigDecimal(price), repeated, armed, true, 0, MADE_AT, 0, 0);
        StringBuilder triggered = new StringBuilder();
        long sequence = MADE_AT - 2;
        for (String trade : trades.split(" ")) {
            PriceAlert before = alert;
            alert = alert.after(new BigDecimal(trade), ++sequence);
            assertThat(before.isTriggeredBy(new BigDecimal(trade), sequence)).isEqualTo(alert.times() > before.times());
            if (alert.times() > before.times())
                triggered.append(triggered.isEmpty() ? "" : " ").append(sequence);
        }

        assertThat(triggered).hasToString(frames);
        assertThat(alert.isActive()).isEqualTo(repeated || frames.isEmpty());
    }
}
