package io.rialto.engine.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TapeTest {
    private final Tape tape = new Tape(1);
    private final TapedTrade trade = new TapedTrade();

    private void trades(long number) {
        tape.traded(number, 100 + number, 10, 20, 100, 100);
        tape.between(7, 101, 100, -2, 3, (int) number, false);
    }

    @Test
    void aTradeIsReadAsItWasMade() {
        trades(1);
        trades(2);
        assertThat(tape.find(1, trade)).isTrue();
        assertThat(trade.priceTicks).isEqualTo(101);
        assertThat(trade.instrument).isEqualTo(7);
        assertThat(trade.buyer).isEqualTo(101);
        assertThat(trade.seller).isEqualTo(100);
        assertThat(trade.buyerFee).isEqualTo(-2);
        assertThat(trade.volumeDay).isEqualTo(1);
        assertThat(trade.isBusted).isFalse();
    }

    @Test
    void whatBecameOfATradeIsKeptWithIt() {
        trades(1);
        tape.busted(1);
        assertThat(tape.find(1, trade)).isTrue();
        assertThat(trade.isBusted).isTrue();
        trade.buyer = 105;
        tape.put(trade);
        assertThat(tape.find(1, trade)).isTrue();
        assertThat(trade.buyer).isEqualTo(105);
        assertThat(trade.isBusted).isTrue();
    }

    @Test
    void onlyTheLastTradesOfTheVenueAreKept() {
        for (int number = 1; number <= Tape.MOST + 1; number++) trades(number);
        assertThat(tape.find(1, trade)).isFalse();
        tape.busted(1);
        for (int number = 2; number <= Tape.MOST + 1; number++) {
            assertThat(tape.find(number, trade)).isTrue();
            assertThat(trade.isBusted).isFalse();
        }
        assertThat(tape.find(0, trade)).isFalse();
        assertThat(tape.find(Tape.MOST + 2, trade)).isFalse();
        assertThat(tape.find(Long.MIN_VALUE, trade)).isFalse();
    }
}
