package io.rialto.engine.listing;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.AccountOpenedEncoder;
import io.rialto.protocol.AssetListedEncoder;
import io.rialto.protocol.InstrumentListedEncoder;
import io.rialto.protocol.ListAssetDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.OpenAccountDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides the commands that make assets, instruments and accounts known.
 *
 * <p>Threading: the core's thread only. Listing allocates; it is rare.
 */
public final class ListingDesk {
    private static final int LARGEST_SCALE = 18;

    private final Assets assets;
    private final Instruments instruments;
    private final Accounts accounts;
    private final ListAssetDecoder asset = new ListAssetDecoder();
    private final ListContractDecoder contract = new ListContractDecoder();
    private final ListInstrumentDecoder instrument = new ListInstrumentDecoder();
    private final OpenAccountDecoder account = new OpenAccountDecoder();
    private final AssetListedEncoder assetListed = new AssetListedEncoder();
    private final InstrumentListedEncoder instrumentListed = new InstrumentListedEncoder();
    private final AccountOpenedEncoder accountOpened = new AccountOpenedEncoder();
    private final long[] code = new long[Assets.CODE_WORDS];
    private final long[] symbol = new long[Instruments.SYMBOL_WORDS];
    private final List<Consumer<Instrument>> listeners = new ArrayList<>();

    public ListingDesk(Assets assets, Instruments instruments, Accounts accounts) {
        this.assets = assets;
        this.instruments = instruments;
        this.accounts = accounts;
    }

    /** Who is told of every new market, after all who were named before. */
    public void tells(Consumer<Instrument> ofMarkets) {
        listeners.add(ofMarkets);
    }

    public Reason listAsset(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        asset.wrap(frame.buffer(), at, ListAssetDecoder.BLOCK_LENGTH, ListAssetDecoder.SCHEMA_VERSION);
        int codeAt = at + ListAssetDecoder.codeEncodingOffset();
        Codes.read(frame.buffer(), codeAt, code);
        if (assets.numberOf(code) != 0) return Reason.ASSET_ALREADY_LISTED;
        boolean isSound = Codes.isWellFormed(frame.buffer(), codeAt, ListAssetDecoder.codeEncodingLength())
                && asset.scale() <= LARGEST_SCALE;
        if (!isSound) return Reason.INVALID_ASSET;

        int number = assets.list(code, asset.scale());
        frame.claimEvent(assetListed).asset(number).scale(asset.scale());
        frame.buffer()
                .putBytes(
                        assetListed.offset() + AssetListedEncoder.codeEncodingOffset(),
                        frame.buffer(),
                        codeAt,
                        ListAssetDecoder.codeEncodingLength());
        return Reason.NONE;
    }

    public Reason listInstrument(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        instrument.wrap(frame.buffer(), at, ListInstrumentDecoder.BLOCK_LENGTH, ListInstrumentDecoder.SCHEMA_VERSION);
        if (!assets.isListed(instrument.baseAsset()) || !assets.isListed(instrument.quoteAsset())) {
            return Reason.UNKNOWN_ASSET;
        }
        int symbolAt = at + ListInstrumentDecoder.symbolEncodingOffset();
        Reason refusal = readSymbol(frame, symbolAt, TermsCheck.areCoded(instrument));
        return refusal == Reason.NONE ? list(frame, symbolAt, TermsCheck.read(instrument)) : refusal;
    }

    public Reason listContract(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        contract.wrap(frame.buffer(), at, ListContractDecoder.BLOCK_LENGTH, ListContractDecoder.SCHEMA_VERSION);
        if (!assets.isListed(contract.underlyingAsset()) || !assets.isListed(contract.settlementAsset())) {
            return Reason.UNKNOWN_ASSET;
        }
        int symbolAt = at + ListContractDecoder.symbolEncodingOffset();
        Reason refusal = readSymbol(frame, symbolAt, TermsCheck.areCoded(contract));
        return refusal == Reason.NONE ? list(frame, symbolAt, TermsCheck.read(contract)) : refusal;
    }

    private Reason readSymbol(Frame frame, int symbolAt, boolean areTermsCoded) {
        Codes.read(frame.buffer(), symbolAt, symbol);
        if (instruments.numberOf(symbol) != 0) return Reason.INSTRUMENT_ALREADY_LISTED;
        boolean isSound = Codes.isWellFormed(frame.buffer(), symbolAt, ListInstrumentDecoder.symbolEncodingLength())
                && areTermsCoded;
        return isSound ? Reason.NONE : Reason.INVALID_INSTRUMENT;
    }

    private Reason list(Frame frame, int symbolAt, InstrumentTerms terms) {
        if (!TermsCheck.agree(terms)) return Reason.INVALID_INSTRUMENT;
        Optional<LotValue> lotValue = TermsCheck.lotValue(terms, assets.scale(terms.quoteAsset()));
        long lotBaseMinor = TermsCheck.lotBaseMinor(terms, assets.scale(terms.baseAsset()));
        if (lotValue.isEmpty() || lotBaseMinor == TermsCheck.NOT_WHOLE) return Reason.INVALID_INSTRUMENT;
        long expiry = terms.contract().expiryNanos();
        if (expiry != 0 && expiry <= frame.timeNanos()) return Reason.EXPIRY_PASSED;

        listed(frame, symbolAt, instruments.list(symbol, terms, lotValue.get(), lotBaseMinor));
        return Reason.NONE;
    }

    public Reason openAccount(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        account.wrap(frame.buffer(), at, OpenAccountDecoder.BLOCK_LENGTH, OpenAccountDecoder.SCHEMA_VERSION);
        short asked = account.selfTradePreventionRaw();
        if (account.firm() < 0 || account.tradeGroup() < 0 || asked > SelfTradePrevention.DECREMENT.value()) {
            return Reason.INVALID_COMBINATION;
        }
        boolean isDefault = asked == SelfTradePrevention.ACCOUNT_DEFAULT.value();
        short prevention = isDefault ? SelfTradePrevention.CANCEL_NEWEST.value() : asked;
        int number = accounts.open(account.firm(), account.tradeGroup(), (byte) prevention);
        frame.claimEvent(accountOpened)
                .account(number)
                .firm(account.firm())
                .tradeGroup(account.tradeGroup())
                .selfTradePrevention(SelfTradePrevention.get(prevention));
        return Reason.NONE;
    }

    private void listed(Frame frame, int symbolAt, int number) {
        for (int i = 0; i < listeners.size(); i++) listeners.get(i).accept(instruments.get(number));
        frame.claimEvent(instrumentListed).instrument(number);
        frame.buffer()
                .putBytes(
                        instrumentListed.offset() + InstrumentListedEncoder.symbolEncodingOffset(),
                        frame.buffer(),
                        symbolAt,
                        ListInstrumentDecoder.symbolEncodingLength());
    }
}
