package io.rialto.gateway.intrusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttackPatternTest {
    private final List<String> seen = new ArrayList<>();
    private final Lookout lookout = new Lookout(Route.Trail.NONE, new Lookout.Sink() {
        @Override
        public void attacked(String what, Route route, Call call) {
            seen.add(what);
        }

        @Override
        public void attacked(String what, String path, String address, String correlation) {
            seen.add(what);
        }
    });

    private List<String> found(String pathQuery) {
        seen.clear();
        lookout.asked("192.0.2.7", pathQuery, "");
        return seen;
    }

    private List<String> inValue(String text) {
        return found("/api/v1/orders?symbol=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "/../../etc/hosts => DOT_SEGMENT",
                "/api/v1/..\\..\\secret => DOT_SEGMENT",
                "/api/v1/orders/.. => DOT_SEGMENT",
                "/api/%2e%2e/%2E%2E/x => DOT_SEGMENT, HIDDEN_SEGMENT",
                "/api/%252e%252e%252fx => DOT_SEGMENT, HIDDEN_SEGMENT",
                "/api/..%2fx => DOT_SEGMENT",
                "/api/%c0%ae%c0%ae/x => HIDDEN_SEGMENT",
                "/files/etc/passwd => SYSTEM_FILE",
                "/WEB-INF/web.xml => SYSTEM_FILE",
                "/.git/config => SYSTEM_FILE",
                "/a?file=C:\\Windows\\win.ini => SYSTEM_FILE",
                "/api/v1/x%00.json => ZERO_BYTE",
                "/a?q=../../../x => DOT_SEGMENT",
            })
    void whatClimbsOutOfAPathIsFound(String pathQuery, String pattern) {
        assertThat(found(pathQuery)).containsExactly("[" + pattern + "] in the address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "' or 1=1 => SQL_CONDITION",
                "' OR 'a'='a => SQL_CONDITION",
                "\" or \"\"=\" => SQL_CONDITION",
                "x') or ('1'='1 => SQL_CONDITION",
                "' || 1=1 => SQL_CONDITION",
                "' and name like 'a% => SQL_CONDITION",
                "'/**/or/**/1=1 => SQL_CONDITION, SQL_COMMENT",
                "5 or 1=1 => SQL_CONDITION",
                "1) or (2>1 => SQL_CONDITION",
                "' UNION SELECT null, null => SQL_UNION",
                "1 union all select email,hash from person => SQL_UNION",
                "1 uNiOn/**/sElEcT 1 => SQL_UNION",
                "x'; DROP TABLE person -- => SQL_STATEMENT",
                "1; delete from api_key => SQL_STATEMENT",
                "1;update person set role => SQL_STATEMENT",
                "1; exec xp_cmdshell => SQL_STATEMENT, SQL_CATALOG",
                "admin' -- => SQL_COMMENT",
                "admin'-- => SQL_COMMENT",
                "admin') # => SQL_COMMENT",
                "x'/* => SQL_COMMENT",
                "1 and pg_sleep(10) => SQL_DELAY",
                "1; waitfor delay '0:0:9' => SQL_DELAY",
                "x from information_schema.tables => SQL_CATALOG",
                "x from sqlite_master => SQL_CATALOG",
                "%27%20or%201=1 => SQL_CONDITION",
            })
    void whatIsMeantForADatabaseIsFound(String text, String pattern) {
        assertThat(inValue(text)).containsExactly("[" + pattern + "] in the address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Neil",
                "Seán O'Brien and Sons",
                "d'Or & Co",
                "l'or ou l'argent",
                "desk--7--rebalance",
                "a--b",
                "2027-01-15T08:00:00Z",
                "client-order-0001;v=2",
                "it's 5 or 6 of them",
                "don't; stop it",
                "please update the limits; select another desk",
                "the union select committee met",
                "and so on... / etc.",
                "wait.../then",
                "v1..v2",
                "price >= 100 and quantity = 5",
                "x or y = z",
                "nora+orders@example.com",
                "50% of it; 100%",
                "'quoted' words",
                "\"quoted\" words, and 'more' of them",
                "C++ # sharp",
                "sleep well (8 hours)",
                "information wants to be free",
                "interest into account",
                "BTC-USD",
                "Zürich",
                "(a) or (b)",
                "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
            })
    void whatPeopleWriteIsNotFound(String text) {
        assertThat(inValue(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/42?minSequence=7",
                "/api/v1/instruments/BTC-USD/margin-tiers",
                "/api/v1/market/BTC-USD/trades?limit=5&cursor=AAAAAAAAAAE",
                "/api/v1/admin/audit?action=POST%20%2Fapi%2Fv1%2Fadmin%2Fhalt&from=2027-01-15T08:00:00Z",
                "/openapi.json",
                "/docs/swagger-ui.css",
                "/api/v1/exports/statement.csv",
            })
    void ordinaryAddressesAreNotFound(String pathQuery) {
        assertThat(found(pathQuery)).isEmpty();
    }

    @Test
    void whatHasNoSignIsNotLookedAtAndNothingIsMissedByThat() {
        for (String attack : List.of("union select 1", "a/../b", "%00", "x' or 1=1", "1 or 1=1", "waitfor delay 1")) {
            assertThat(Suspicion.isIn(attack)).as(attack).isTrue();
        }
        assertThat(Suspicion.isIn(
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"price\":\"1.00\",\"clientOrderId\":\"a-1\"}"
                                .getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    /** Each text is made of what an expression may begin with again and again: a hundred times the text is no ten thousand times the steps. */
    @Test
    void noTextTakesLongerThanItsLength() {
        for (String part : List.of(
                "'", "' ", "' or ", "'or(", "or 1", "union ", "union(", "; ", "')", "/*", "../", "%25", "' or '")) {
            CountedText small = new CountedText(part.repeat(4_000 / part.length()));
            CountedText large = new CountedText(part.repeat(40_000 / part.length()));
            Set<AttackPattern> all = EnumSet.allOf(AttackPattern.class);
            all.forEach(pattern -> pattern.isIn(small));
            all.forEach(pattern -> pattern.isIn(large));
            assertThat(large.reads).as(part).isLessThan(small.reads * 12 + 1_000);
        }
    }

    /** Counts how often it is looked at: steps, whatever the machine is doing. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long reads;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
