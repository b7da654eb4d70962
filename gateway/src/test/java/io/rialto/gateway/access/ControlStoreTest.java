package io.rialto.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.security.AddressList;
import io.rialto.gateway.settings.VenueConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlStoreTest {
    private static final byte[] SEALED = {0, -1, 127, 3};
    private static final byte[] ASKED = {1, 2};
    private static final byte[] BODY = {9};
    private static final ApiKey.Terms TERMS = new ApiKey.Terms(
            Set.of(Scope.READ, Scope.TRADE),
            AddressList.of(List.of("192.0.2.0/24", "2001:db8::/32")),
            List.of("BTC-USD", "ETH-USD"),
            Optional.of(new BigDecimal("1.5")),
            Optional.empty(),
            1_900_000_000_000L);

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aKeyIsKeptWithTheNextNumberAndFoundByWhatAskedForIt(BothDatabases kind) throws Exception {
        VenueConfig.Control config = kind.create(data);
        try (ControlDatabase control = ControlDatabase.open(data, config)) {
            ControlStore store = new ControlStore(control);
            assertThat(store.insert(key("zz", ASKED), handle -> {}).number()).isEqualTo(1);
            assertThat(store.insert(key("aa", null), handle -> {}).number()).isEqualTo(2);
        }
        try (ControlDatabase control = ControlDatabase.open(data, config)) {
            ControlStore store = new ControlStore(control);
            assertThat(store.keys()).extracting(ControlStore.Row::id).containsExactly("zz", "aa");
            ControlStore.Row kept = store.keyMadeBy(ASKED).orElseThrow();
            assertThat(kept.number()).isEqualTo(1);
            assertThat(kept.signer().sealed()).isEqualTo(SEALED);
            assertThat(kept.terms().scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.TRADE);
            assertThat(kept.wasMadeBy(BODY)).isTrue();
            assertThat(kept.wasMadeBy(SEALED)).isFalse();
            assertThat(store.keyMadeBy(BODY)).isEmpty();
            assertThat(store.insert(key("bb", null), handle -> {}).number()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesOfAKeyIsReadBackAsItWasWritten(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            ControlStore store = new ControlStore(control);
            ControlStore.Row first = store.insert(key("zz", ASKED), handle -> {});
            store.update(first.changed("other", ApiKey.Terms.of(Set.of(Scope.READ)), ApiKey.Status.REVOKED)
                    .signedBy(new ControlStore.Signer(BODY, ""), first.signer(), 7, ASKED));
            ControlStore.Row kept = store.key("zz").orElseThrow();
            assertThat(kept.label()).isEqualTo("other");
            assertThat(kept.status()).isEqualTo(ApiKey.Status.REVOKED);
            assertThat(kept.terms()).isEqualTo(ApiKey.Terms.of(Set.of(Scope.READ)));
            assertThat(kept.signer().sealed()).isEqualTo(BODY);
            assertThat(kept.old().sealed()).isEqualTo(SEALED);
            assertThat(kept.oldUntilMillis()).isEqualTo(7);
            assertThat(kept.rotatedBy()).isEqualTo(ASKED);
            assertThat(kept.version()).isEqualTo(2);
            assertThat(first.terms()).isEqualTo(TERMS);
            assertThat(store.insert(key("yy", null), handle -> {}).terms()).isEqualTo(TERMS);
            assertThat(store.key("yy").orElseThrow().terms()).isEqualTo(TERMS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesStayWhatTheyWereFirstAndFirmsAreCounted(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            ControlStore store = new ControlStore(control);
            store.nameAccount(100, "Alice");
            store.nameAccount(100, "Mallory");
            assertThat(store.accountNames()).isEqualTo(Map.of(100, "Alice"));
            assertThat(store.firmNumber("Alice & Co")).isEqualTo(1);
            assertThat(store.firmNumber("Zürich ⇄ Co")).isEqualTo(2);
            assertThat(store.firmNumber("Alice & Co")).isEqualTo(1);
            assertThat(store.firmNames()).isEqualTo(Map.of(1, "Alice & Co", 2, "Zürich ⇄ Co"));
        }
    }

    private static ControlStore.Row key(String id, byte[] requestKey) {
        return new ControlStore.Row(
                0,
                id,
                100,
                "desk",
                TERMS,
                ApiKey.Algorithm.HMAC_SHA256,
                ApiKey.Status.ACTIVE,
                new ControlStore.Signer(SEALED, ""),
                ControlStore.Signer.NONE,
                0,
                1_800_000_000_000L,
                requestKey,
                BODY,
                null,
                0);
    }
}
