package io.rialto.replay.audit;

import io.rialto.replay.words.Terms;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An account's balances as they stood at a sequence or a time. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Shows an account's balances as they stood at a sequence or a time.")
public final class AccountCommand implements Callable<Integer> {
    @Mixin
    private JournalHome home;

    @Parameters(paramLabel = "ACCOUNT", description = "The account's number; 1 is the outside world, 2 fee income.")
    private int account;

    @Option(
            names = "--at",
            paramLabel = "SEQ|TIME",
            converter = Moment.Converter.class,
            description = "A sequence, or ISO-8601 UTC. Default: the end.")
    private Moment at;

    @Override
    public Integer call() {
        PastVenue venue = PastVenue.at(Optional.ofNullable(at), home);
        home.out().println("account " + account + " " + venue.when());
        for (int number = 1; number <= venue.state().assetCount(); number++) {
            long total = venue.state().totalMinor(account, number);
            long held = venue.state().heldMinor(account, number);
            if (total == 0 && held == 0) continue;
            Optional<Terms.Asset> asset = venue.terms().asset(number);
            if (asset.isEmpty()) throw new IllegalStateException("asset without terms: number=" + number);
            home.out()
                    .println(asset.get().code() + " total=" + asset.get().amount(total) + " held="
                            + asset.get().amount(held) + " available="
                            + asset.get().amount(total - held));
        }
        return venue.close(home);
    }
}
