package io.rialto.feeds.margin;

import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.MovementLog;
import io.rialto.feeds.statements.Purse;
import io.rialto.protocol.MarginMode;
import io.rialto.protocol.MarginModeSetDecoder;
import io.rialto.protocol.PositionLiquidationBegunDecoder;
import io.rialto.protocol.PositionLiquidationEndedDecoder;
import io.rialto.protocol.PositionMarginCalledDecoder;
import io.rialto.protocol.PositionMarginMovedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.function.IntFunction;

/**
 * Keeps which positions are isolated, and their margins: what moves there from an account's margin, and back.
 *
 * <p>Threading: whoever holds the position's gate.
 */
final class IsolatedFeed {
    private static final int INSURANCE_FUND = 4;

    private final ListingFeed listings;
    private final MovementLog movements;
    private final IntFunction<AccountState> accounts;
    private final MarginModeSetDecoder set = new MarginModeSetDecoder();
    private final PositionMarginMovedDecoder moved = new PositionMarginMovedDecoder();
    private final PositionMarginCalledDecoder called = new PositionMarginCalledDecoder();
    private final PositionLiquidationEndedDecoder ended = new PositionLiquidationEndedDecoder();

    IsolatedFeed(ListingFeed listings, MovementLog movements, IntFunction<AccountState> accounts) {
        this.listings = listings;
        this.movements = movements;
        this.accounts = accounts;
    }

    /** False when the event where the view stands is about something else. */
    boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case MarginModeSetDecoder.TEMPLATE_ID -> {
                set.wrap(frame.buffer(), at, length, version);
                AccountState account = accounts.apply(set.account());
                account.put(
                        set.instrument(), account.own(set.instrument()).isolated(set.newMode() == MarginMode.ISOLATED));
            }
            case PositionMarginMovedDecoder.TEMPLATE_ID ->
                onMoved(moved.wrap(frame.buffer(), at, length, version), frame);
            case PositionMarginCalledDecoder.TEMPLATE_ID -> {
                called.wrap(frame.buffer(), at, length, version);
                AccountState account = accounts.apply(called.account());
                account.put(
                        called.instrument(), account.own(called.instrument()).called(called.newPercent()));
            }
            case PositionLiquidationBegunDecoder.TEMPLATE_ID -> {
                return true; // the margin call before it says as much
            }
            case PositionLiquidationEndedDecoder.TEMPLATE_ID ->
                onCovered(ended.wrap(frame.buffer(), at, length, version), frame);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onMoved(PositionMarginMovedDecoder event, FrameView frame) {
        int asset = asset(event.instrument());
        long amount = event.amountMinor();
        accounts.apply(event.account()).move(asset, -amount, frame.sequence());
        movements.add(event.account(), asset, Purse.MARGIN, MovementKind.POSITION, -amount, 0);
        moveOwn(event.account(), event.instrument(), MovementKind.POSITION, amount);
    }

    private void onCovered(PositionLiquidationEndedDecoder event, FrameView frame) {
        long covered = event.coveredMinor();
        if (covered == 0) return;
        int asset = asset(event.instrument());
        moveOwn(event.account(), event.instrument(), MovementKind.COVER, covered);
        accounts.apply(INSURANCE_FUND).move(asset, -covered, frame.sequence());
        movements.add(INSURANCE_FUND, asset, Purse.MARGIN, MovementKind.COVER, -covered, 0);
    }

    private void moveOwn(int number, int instrument, MovementKind kind, long amountMinor) {
        AccountState account = accounts.apply(number);
        account.put(instrument, account.own(instrument).moved(amountMinor));
        movements.add(number, asset(instrument), Purse.POSITION, kind, amountMinor, 0);
    }

    private int asset(int instrument) {
        return listings.instrument(instrument).quote().number();
    }
}
