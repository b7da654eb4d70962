package io.rialto.gateway.past;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An account as it stood behind a frame, and what became of it between two, made by running history again. */
public final class PastAccountRoutes implements RouteGroup {
    private final PastDesk desk;
    private final Places places;
    private final Listed listed;

    public PastAccountRoutes(PastDesk desk, Places places, Listed listed) {
        this.desk = desk;
        this.places = places;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.readLater("/journal/account", Scope.READ, this::account, "seq", "since")
                .says("An account's balances, positions and open orders behind a frame of the past")
                .with(
                        Field.whole("seq", 1, Long.MAX_VALUE).optional().says("of the frame; the newest without"),
                        Field.whole("since", 1, Long.MAX_VALUE)
                                .optional()
                                .says("of another frame: what became different from there to here is told as well"))
                .answers(200, PastAccount.class);
    }

    /**
     * An account of the past on the wire.
     *
     * @param sequence of the frame behind which it stood so
     * @param stateHash of the whole venue there
     * @param changes what became different since the other frame; null where none was named
     */
    public record PastAccount(
            String account, long sequence, String time, AccountBody state, String stateHash, AccountChanges changes) {}

    private record Asked(int account, long sequence) {}

    private CompletionStage<Answer> account(Call call) {
        int account = listed.readAccount(call);
        long sequence = places.orHead(call, "seq");
        OptionalLong since = places.named(call, "since");
        if (since.isEmpty()) return then(account, sequence).thenApply(then -> told(account, sequence, then, null));
        // The older first: the core that stands there goes on to the newer.
        long other = since.getAsLong();
        CompletableFuture<PastVenue.AccountThen> older = then(account, Math.min(sequence, other));
        CompletableFuture<PastVenue.AccountThen> newer = then(account, Math.max(sequence, other));
        boolean isBack = other > sequence;
        return older.thenCombine(newer, (first, second) -> {
            PastVenue.AccountThen here = isBack ? first : second;
            PastVenue.AccountThen there = isBack ? second : first;
            return told(account, sequence, here, new Difference(listed, other, sequence).of(there, here));
        });
    }

    private CompletableFuture<PastVenue.AccountThen> then(int account, long sequence) {
        return desk.ask(new Asked(account, sequence), (venue, goesOn) -> venue.account(sequence, account, goesOn));
    }

    private Answer told(int account, long sequence, PastVenue.AccountThen then, AccountChanges changes) {
        return Answer.ok(new PastAccount(
                Integer.toString(account),
                sequence,
                Times.text(then.timeNanos()),
                AccountBody.of(then, listed, sequence),
                String.format("%016x", then.stateHash()),
                changes));
    }
}
