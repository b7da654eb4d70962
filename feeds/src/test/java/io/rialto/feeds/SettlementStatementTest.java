package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.notes.SettlementNote;
import io.rialto.feeds.notes.SettlementNote.Kind;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Purse;
import io.rialto.feeds.statements.Statement;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.WithdrawalBegunDecoder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bob owes ten to Alice, who owes a thousand. He delivers four, then nothing. */
class SettlementStatementTest {
    private static final int DAY = 3;

    private final History history = History.listed();

    {
        holds(1, BOB, BTC, 10);
        holds(3, ALICE, USD, 1_000);
    }

    private final long traded = history.tick(told -> told.novated(1, ALICE, BOB, 10, 1_000, DAY));
    private final long partial =
            history.tick(told -> told.settled(BOB, -4, 400, -6, 600, 1, DAY).settled(ALICE, 4, -400, 6, -600, 0, DAY));
    private final long failed = history.tick(
            told -> told.settled(BOB, 0, 0, -6, 600, 2, DAY + 1).settled(ALICE, 0, 0, 6, -600, 0, DAY + 1));

    private void holds(long transfer, int account, int asset, long amountMinor) {
        history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, transfer, account, asset, amountMinor)
                .funds(WithdrawalBegunDecoder.TEMPLATE_ID, transfer + 1, account, asset, amountMinor));
    }

    private Statement.Line line(int account, int asset, Period period) {
        return history.feeds.statements().of(account, period).lines().stream()
                .filter(line -> line.asset() == asset && line.purse() == Purse.OBLIGATION)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofWhatIsOwedOpeningAndMovementsAreClosing() {
        Statement.Line all = line(BOB, BTC, Period.ALL);
        assertThat(all.openingMinor()).isZero();
        assertThat(all.movedMinor()).isEqualTo(Map.of(MovementKind.NOVATION, -10L, MovementKind.SETTLEMENT, 4L));
        assertThat(all.closingMinor()).isEqualTo(-6);

        Statement.Line later = line(ALICE, USD, Period.ofSequences(traded, failed));
        assertThat(later.openingMinor()).isEqualTo(-1_000);
        assertThat(later.movedMinor()).isEqualTo(Map.of(MovementKind.SETTLEMENT, 400L));
        assertThat(later.closingMinor()).isEqualTo(-600);
    }

    @Test
    void aPartAndAFailAreTheirDays() {
        Period first = Period.ofSequences(traded, partial);
        assertThat(history.feeds.settlementNotes().of(BOB, first).items())
                .extracting(SettlementNote::kind)
                .containsExactly(Kind.PARTIAL);
        var notes = history.feeds.settlementNotes().of(BOB, Period.ALL).items();
        assertThat(notes).extracting(SettlementNote::kind).containsExactly(Kind.NOVATED, Kind.PARTIAL, Kind.FAILED);
        SettlementNote fail = notes.get(2);
        assertThat(fail.openBaseMinor()).isEqualTo(-6);
        assertThat(fail.cycles()).isEqualTo(2);
        assertThat(fail.day()).isEqualTo(DAY + 1);
        assertThat(fail.sequence()).isEqualTo(failed);
        assertThat(history.feeds.settlementNotes().areWhole(BOB, Period.ALL)).isTrue();
    }
}
