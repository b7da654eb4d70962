package io.rialto.gateway.market;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds what a client names, or answers that it does not exist. What is not found at once is looked for again when the
 * feeds have caught up with everything acknowledged: so order entry does not wait for them, and nobody misses what was
 * listed a moment ago.
 */
public final class Listed {
    private static final Pattern SYMBOLS = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,31}");
    private static final Pattern CODES = Pattern.compile("[A-Z0-9]{1,16}");
    private static final Pattern ACCOUNTS = Pattern.compile("[1-9][0-9]{0,8}");

    private static final int LAST_OWN_ACCOUNT = 4;

    private final Listings listings;
    private final Freshness freshness;

    public Listed(Listings listings, Freshness freshness) {
        this.listings = listings;
        this.freshness = freshness;
    }

    public Terms terms(String field, String symbol) {
        return twice(SYMBOLS, symbol, () -> listings.instrument(symbol))
                .map(Terms::new)
                .orElseThrow(() -> Problem.at(field, ProblemCode.UNKNOWN_INSTRUMENT, "must be listed", symbol));
    }

    public Asset asset(String field, String code) {
        return twice(CODES, code, () -> listings.asset(code))
                .orElseThrow(() -> Problem.at(field, ProblemCode.UNKNOWN_ASSET, "must be listed", code));
    }

    public Account account(String field, String number) {
        return twice(ACCOUNTS, number, () -> listings.account(Integer.parseInt(number)))
                .orElseThrow(() -> Problem.at(field, ProblemCode.UNKNOWN_ACCOUNT, "must be open", number));
    }

    /** Whose data a read is about; the venue's own accounts can be read too, by an administrator. */
    public int readAccount(Call call) {
        int number = call.readAccount();
        boolean isNamed = call.caller().account() != number;
        return isNamed && number > LAST_OWN_ACCOUNT
                ? account("account", Integer.toString(number)).number()
                : number;
    }

    /** Whose account a question in a body is about: an administrator names it, nobody else names another's. */
    public int askedAccount(Call call, Form form) {
        if (call.caller().seesAll())
            return account(form.at("account"), form.text("account")).number();
        int own = call.tradeAccount();
        boolean isOther = form.has("account") && !form.text("account").equals(Integer.toString(own));
        if (isOther) throw Problem.at(form.at("account"), ProblemCode.UNKNOWN_ACCOUNT, "the account does not exist");
        return own;
    }

    /** Of an order or trade that exists: its instrument is listed. */
    public Terms terms(int instrument) {
        Instrument found = listings.instrument(instrument)
                .orElseThrow(() -> new IllegalStateException("instrument must be listed: number=" + instrument));
        return new Terms(found);
    }

    /** Of the numbers in a frame of the past: they are counted in the tick and lot of then. */
    public Terms terms(int instrument, long frame) {
        Instrument found = listings.instrumentInStepsOf(instrument, frame)
                .orElseThrow(() -> new IllegalStateException("instrument must be listed: number=" + instrument));
        return new Terms(found);
    }

    /** Of a balance or transfer that exists: its asset is listed. */
    public Asset asset(int number) {
        return listings.asset(number)
                .orElseThrow(() -> new IllegalStateException("asset must be listed: number=" + number));
    }

    private <T> Optional<T> twice(Pattern form, String name, Supplier<Optional<T>> search) {
        if (!form.matcher(name).matches()) return Optional.empty();
        Optional<T> found = search.get();
        if (found.isPresent()) return found;
        freshness.await(0);
        return search.get();
    }
}
