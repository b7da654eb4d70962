package io.rialto.feeds.listing;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.AssetListedDecoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.MarkSource;
import io.rialto.protocol.MarkSourceToldDecoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.PhaseChangedDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps what is listed. The other feeds look up the instruments that their events name.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #listings}.
 */
public final class ListingFeed {
    /** Lower numbers are the venue's own accounts. */
    private static final int FIRST_ACCOUNT = 100;

    final Register<Asset> assets = new Register<>("asset", 1);
    final Register<Instrument> instruments = new Register<>("instrument", 1);
    final Register<Account> accounts = new Register<>("account", FIRST_ACCOUNT);
    final ParameterLog parameters = new ParameterLog();
    final Map<String, Asset> assetsByCode = new HashMap<>();
    final Map<Integer, Long> plannedNanos = new HashMap<>();
    final Map<Integer, MarkSource> markSources = new HashMap<>();
    final Map<String, Instrument> instrumentsBySymbol = new HashMap<>();
    private final Listings listings;
    private final ChangeWriter told;

    /** @param told hears of instruments */
    public ListingFeed(Position position, ChangeWriter told) {
        this.told = told;
        listings = new Listings(position, this);
    }

    public Listings listings() {
        return listings;
    }

    /** The terms of an instrument that an event names; one that was never listed breaks the feed. */
    public Instrument instrument(int number) {
        return instruments.at(number);
    }

    /** An asset that an event names. */
    public Asset asset(int number) {
        return assets.at(number);
    }

    public void onListed(AssetListedDecoder event, long sequence) {
        Asset asset = new Asset(event.asset(), event.code(), event.scale(), sequence);
        assets.add(asset.number(), asset);
        assetsByCode.put(asset.code(), asset);
    }

    /** @param terms the command, which carries what the event does not repeat */
    public void onListed(InstrumentListedDecoder event, ListInstrumentDecoder terms, long sequence) {
        Instrument instrument = new Instrument(
                event.instrument(),
                event.symbol(),
                assets.at(terms.baseAsset()),
                assets.at(terms.quoteAsset()),
                terms.tickMantissa(),
                terms.tickScale(),
                terms.lotMantissa(),
                terms.lotScale(),
                terms.minQuantityLots(),
                terms.maxQuantityLots(),
                terms.minNotionalMinor(),
                optional(terms.collarTicks(), ListInstrumentDecoder.collarTicksNullValue()),
                optional(terms.referencePriceTicks(), ListInstrumentDecoder.referencePriceTicksNullValue()),
                terms.makerFeeRate(),
                terms.takerFeeRate(),
                terms.feePolicy(),
                terms.marketRemainder(),
                terms.feeIncomeMayBeNegative() != 0,
                Phase.CONTINUOUS,
                ListingStep.LISTED,
                Map.of(),
                OptionalLong.empty(),
                Optional.empty(),
                sequence);
        add(instrument);
    }

    /** The same of a contract. */
    public void onListed(InstrumentListedDecoder event, ListContractDecoder terms, long sequence) {
        add(new Instrument(
                event.instrument(),
                event.symbol(),
                assets.at(terms.underlyingAsset()),
                assets.at(terms.settlementAsset()),
                terms.tickMantissa(),
                terms.tickScale(),
                terms.lotMantissa(),
                terms.lotScale(),
                terms.minQuantityLots(),
                terms.maxQuantityLots(),
                terms.minNotionalMinor(),
                optional(terms.collarTicks(), ListContractDecoder.collarTicksNullValue()),
                optional(terms.referencePriceTicks(), ListContractDecoder.referencePriceTicksNullValue()),
                terms.makerFeeRate(),
                terms.takerFeeRate(),
                FeePolicy.QUOTE,
                terms.marketRemainder(),
                terms.feeIncomeMayBeNegative() != 0,
                Phase.CONTINUOUS,
                ListingStep.LISTED,
                Map.of(),
                OptionalLong.empty(),
                Optional.of(new Instrument.Contract(
                        terms.kind(),
                        terms.multiplierMantissa(),
                        terms.multiplierScale(),
                        terms.expiryNanos(),
                        terms.floorMantissa(),
                        terms.floorScale())),
                sequence));
    }

    private void add(Instrument instrument) {
        instruments.add(instrument.number(), instrument);
        instrumentsBySymbol.put(instrument.symbol(), instrument);
    }

    public void onOpened(AccountOpenedDecoder event, long sequence) {
        Account account =
                new Account(event.account(), event.firm(), event.tradeGroup(), event.selfTradePrevention(), sequence);
        accounts.add(account.number(), account);
    }

    public void onChanged(InstrumentChangedDecoder event, long timeNanos, long sequence) {
        ParameterChange change = new ParameterChange(
                event.instrument(),
                event.parameter(),
                optional(event.oldValue(), ParameterChange.NO_VALUE),
                optional(event.newValue(), ParameterChange.NO_VALUE),
                timeNanos,
                sequence);
        Instrument known = instruments.at(event.instrument());
        parameters.add(change, known);
        replace(known.with(change, parameters.values(known.number(), sequence)));
    }

    public void onPhase(PhaseChangedDecoder event, long sequence) {
        replace(instruments.at(event.instrument()).in(event.newPhase(), sequence));
        if (event.plannedNanos() != 0) plannedNanos.merge(event.instrument(), event.plannedNanos(), Math::max);
    }

    /** No change of terms: its sequence stays. */
    public void onMarked(MarkPriceSetDecoder event) {
        replace(instruments.at(event.instrument()).marked(event.priceTicks()));
        markSources.put(event.instrument(), MarkSource.OPERATOR); // unless it is told
    }

    public void onMarkSource(MarkSourceToldDecoder event) {
        markSources.put(event.instrument(), event.source());
    }

    public void onStep(ListingChangedDecoder event, long sequence) {
        replace(instruments.at(event.instrument()).in(event.newStep(), sequence));
    }

    private void replace(Instrument instrument) {
        instruments.replace(instrument.number(), instrument);
        told.instrument(instrument);
        instrumentsBySymbol.put(instrument.symbol(), instrument);
    }

    private static OptionalLong optional(long value, long nullValue) {
        return value == nullValue ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
