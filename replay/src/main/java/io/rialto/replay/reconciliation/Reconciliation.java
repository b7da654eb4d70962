package io.rialto.replay.reconciliation;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.Rerun;
import io.rialto.replay.words.Terms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs history again and holds three things against each other: the core's balances, the sums of what events say moved, and
 * an outsider's file. Every frame is looked at, so the first one behind which two of them differ is known without a search.
 *
 * <p>One thread.
 *
 * <p>Errors: as {@link Rerun}.
 */
final class Reconciliation {
    /**
     * Two that differ.
     *
     * @param sides who against whom: {@code core-ledger} or {@code core-file}
     * @param difference the first less the second, in the asset
     * @param sinceSequence the first frame behind which they differ; of a file for the end of history, the first after the
     *     last behind which the core had what the file says
     */
    record Break(String sides, int account, String asset, String difference, long sinceSequence) {}

    private final Core core = new Core(CoreOptions.defaults());
    private final Terms terms = new Terms();
    private final LedgerSums ledger = new LedgerSums(terms);
    private final Map<Purse, Long> parted = new TreeMap<>();
    private final Map<OutsideFile.Line, Long> lastAgreed = new HashMap<>();
    private final List<OutsideFile.Line> file;
    private final List<Break> breaks = new ArrayList<>();
    private int compared;

    Reconciliation(List<OutsideFile.Line> file) {
        this.file = file.stream()
                .sorted(Comparator.comparingLong(OutsideFile.Line::sequence))
                .toList();
    }

    /** All breaks: ledger first, then the file's lines in the order of their sequences. */
    List<Break> of(Path journal) {
        Rerun rerun = new Rerun(core);
        int next = 0;
        try (JournalReader reader = JournalReader.open(journal)) {
            while (reader.next()) {
                FrameView frame = reader.frame();
                rerun.frame(reader);
                terms.onFrame(frame);
                for (Purse purse : ledger.onFrame(frame)) compare(purse, frame.sequence());
                while (next < file.size() && file.get(next).sequence() == frame.sequence()) compare(file.get(next++));
                for (OutsideFile.Line line : file) if (line.isOfEnd()) look(line, frame.sequence());
            }
        }
        parted.forEach((purse, since) -> tellLedger(purse, since));
        for (OutsideFile.Line line : file) if (line.isOfEnd()) compare(line);
        return breaks;
    }

    /** Balances and lines that were compared. */
    int compared() {
        return compared + ledger.purses().size();
    }

    private void compare(Purse purse, long sequence) {
        boolean differs = core.state().totalMinor(purse.account(), purse.asset()) != ledger.sum(purse);
        if (differs) parted.putIfAbsent(purse, sequence);
        else parted.remove(purse);
    }

    private void tellLedger(Purse purse, long since) {
        long difference = core.state().totalMinor(purse.account(), purse.asset()) - ledger.sum(purse);
        Terms.Asset asset = terms.asset(purse.asset()).orElseThrow();
        breaks.add(new Break("core-ledger", purse.account(), asset.code(), asset.amount(difference), since));
    }

    private BigDecimal total(OutsideFile.Line line) {
        int asset = core.state().assetNumber(line.asset());
        if (asset == 0) return BigDecimal.ZERO;
        int scale = terms.asset(asset).orElseThrow().scale();
        return BigDecimal.valueOf(core.state().totalMinor(line.account(), asset), scale);
    }

    private void look(OutsideFile.Line line, long sequence) {
        if (total(line).compareTo(line.total()) == 0) lastAgreed.put(line, sequence);
    }

    private void compare(OutsideFile.Line line) {
        compared++;
        BigDecimal difference = total(line).subtract(line.total());
        if (difference.signum() == 0) return;
        long since = line.isOfEnd() ? lastAgreed.getOrDefault(line, 0L) + 1 : line.sequence();
        breaks.add(new Break("core-file", line.account(), line.asset(), difference.toPlainString(), since));
    }
}
