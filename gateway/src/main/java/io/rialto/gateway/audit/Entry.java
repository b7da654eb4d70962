package io.rialto.gateway.audit;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;

/**
 * One row of the list. Never a secret, never a body. Immutable.
 *
 * @param number counted from 1 without gaps; 0 until it is kept
 * @param about of an outcome: the number of what it is the outcome of; else 0
 * @param actor {@code user:3}, {@code key:ID} or {@code nobody}; what they are called is asked when the list is read
 * @param account of the actor; 0 for none
 * @param action method and route, or a word for what no route did
 * @param code {@code OK} or the code of the problem; empty until it is known
 * @param sequence of the frame that it led to; 0 for none
 * @param subject whom or what it was about, where the path does not say
 * @param times how often, of what was only counted; else 1
 */
record Entry(
        long number,
        long atMillis,
        Kind kind,
        long about,
        String actor,
        int account,
        String action,
        String path,
        String reason,
        int status,
        String code,
        long sequence,
        String address,
        String userAgent,
        String correlation,
        String subject,
        int times) {
    static final String NOBODY = "nobody";

    private static final int MOST_PATH = 512;
    private static final int MOST_WORDS = 256;

    /** What a row tells of. */
    enum Kind {
        /** Something sensitive is going to be done; what became of it is in an OUTCOME. */
        CHANGE,
        /** What became of a CHANGE. */
        OUTCOME,
        /** Somebody came in: registered, logged in. Or tried to. */
        ENTRANCE,
        /** Somebody asked for what he may not. */
        REFUSED,
        /** What was sent looks like an attack. */
        ATTACK,
        /** An address or an account was banned. */
        BAN,
        /** More of REFUSED, ENTRANCE and ATTACK than are written one by one. */
        SUPPRESSED
    }

    /** A request, before it is known what becomes of it. */
    static Entry of(Kind kind, Route route, Call call, String reason, long atMillis) {
        Call.Request request = call.request();
        Caller caller = call.caller();
        String query = request.rawQuery().isEmpty() || kind != Kind.CHANGE ? "" : "?" + request.rawQuery();
        return new Entry(
                0,
                atMillis,
                kind,
                0,
                actor(caller),
                Math.max(caller.account(), 0),
                route.method() + " " + route.path(),
                cut(request.path() + query, MOST_PATH),
                cut(reason, MOST_WORDS),
                0,
                "",
                0,
                call.address(),
                call.userAgent(),
                request.correlation().toString(),
                cut(call.about(), MOST_WORDS),
                1);
    }

    /** Something that is about an address, and no request. */
    static Entry of(Kind kind, String address, String subject, int times, long atMillis) {
        String action = kind.name();
        return new Entry(0, atMillis, kind, 0, NOBODY, 0, action, "", "", 0, "", 0, address, "", "", subject, times);
    }

    /** An attack by what was asked for; who asked is not known. */
    static Entry ofAddress(String path, String address, String correlation, String what, long atMillis) {
        return new Entry(
                0,
                atMillis,
                Kind.ATTACK,
                0,
                NOBODY,
                0,
                Kind.ATTACK.name(),
                cut(path, MOST_PATH),
                "",
                0,
                "",
                0,
                address,
                "",
                correlation,
                cut(what, MOST_WORDS),
                1);
    }

    Entry answered(int became, String outcome, long frame, String concerned) {
        return new Entry(
                number,
                atMillis,
                kind,
                about,
                actor,
                account,
                action,
                path,
                reason,
                became,
                outcome,
                frame,
                address,
                userAgent,
                correlation,
                cut(concerned, MOST_WORDS),
                times);
    }

    /** The outcome of this, once this is kept. */
    Entry outcome(int became, String outcome, long frame, String concerned, long whenMillis) {
        Entry same = new Entry(
                0, whenMillis, Kind.OUTCOME, number, actor, account, "", "", "", 0, "", 0, "", "", correlation, "", 1);
        return same.answered(became, outcome, frame, concerned);
    }

    Entry numbered(long next) {
        return new Entry(
                next,
                atMillis,
                kind,
                about,
                actor,
                account,
                action,
                path,
                reason,
                status,
                code,
                sequence,
                address,
                userAgent,
                correlation,
                subject,
                times);
    }

    private static String actor(Caller caller) {
        if (caller.isPerson()) return "user:" + caller.person().number();
        return caller.key() > 0 ? "key:" + caller.keyId() : NOBODY;
    }

    /** No control characters: neither a database nor a screen has to bear them. */
    private static String cut(String text, int most) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.substring(0, Math.min(clean.length(), most));
    }
}
