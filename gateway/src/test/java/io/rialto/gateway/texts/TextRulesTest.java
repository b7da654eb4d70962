package io.rialto.gateway.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.Courier.Result;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.outbound.Receiver;
import io.rialto.gateway.settings.DeliveryConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TOKEN = "the-providers-token";

    @TempDir
    private Path directory;

    private static DeliveryItem item(String number, String subject, String... lines) {
        return new DeliveryItem(
                "n-17", 7, Channel.SMS, number, subject, List.of(lines), NOW, NOW.plusSeconds(3_600), Priority.HIGH);
    }

    private Outcome send(Receiver provider, boolean isForm, DeliveryItem item) throws Exception {
        Path token = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        DeliveryConfig.Texts config = new DeliveryConfig.Texts(
                "http://localhost:" + provider.port() + "/messages",
                isForm,
                List.of("To", "From", "Body", "ref"),
                Optional.of("Rialto"),
                Optional.of(token),
                Optional.empty(),
                60_000);
        try (TextCourier courier = TextCourier.open(config)) {
            return courier.carry(item);
        }
    }

    @Test
    void aProviderGetsItsOwnFieldsAsJsonOrAsAForm() throws Exception {
        try (Receiver provider = Receiver.plain()) {
            DeliveryItem item = item("+41441234567", "Filled", "0.5 BTC & \"more\"");

            assertThat(send(provider, false, item)).isEqualTo(Outcome.DELIVERED);
            Receiver.Got json = provider.next();
            assertThat(new String(json.body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"To\":\"+41441234567\",\"From\":\"Rialto\","
                            + "\"Body\":\"Filled\\n0.5 BTC & \\\"more\\\"\",\"ref\":\"n-17\"}");
            assertThat(json.path()).isEqualTo("/messages");
            assertThat(json.headers())
                    .containsEntry("authorization", "Bearer " + TOKEN)
                    .containsEntry("content-type", "application/json")
                    .containsEntry("idempotency-key", "n-17");

            assertThat(send(provider, true, item)).isEqualTo(Outcome.DELIVERED);
            Receiver.Got form = provider.next();
            assertThat(new String(form.body(), StandardCharsets.UTF_8))
                    .isEqualTo("To=%2B41441234567&From=Rialto&Body=Filled%0A0.5+BTC+%26+%22more%22&ref=n-17");
            assertThat(form.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        }
    }

    @Test
    void whatIsTooLongIsCut() throws Exception {
        try (Receiver provider = Receiver.plain()) {
            send(provider, true, item("+41441234567", "s", "x".repeat(900)));

            assertThat(new String(provider.next().body(), StandardCharsets.UTF_8))
                    .contains("Body=s%0A" + "x".repeat(477) + "%E2%80%A6&");
        }
    }

    @Test
    void aProviderThatRefusesIsBelieved() throws Exception {
        try (Receiver provider = Receiver.plain()) {
            provider.answers(400, Map.of());
            assertThat(send(provider, false, item("+41441234567", "s"))).isEqualTo(Outcome.never("HTTP 400"));
            provider.answers(429, Map.of("Retry-After", "7"));
            assertThat(send(provider, false, item("+41441234567", "s")))
                    .isEqualTo(new Outcome(Result.LATER, "HTTP 429", Duration.ofSeconds(7)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0441234567", "+0441234567", "+41", "+4144123456789012", "+41 44", "41441234567", "+41x4123456"})
    void whatIsNoNumberIsToldToNobody(String number) throws Exception {
        assertThat(TextCourier.isNumber(number)).isFalse();
        if (number.contains(" ")) return; // no item has such an address
        try (Receiver provider = Receiver.plain()) {
            assertThat(send(provider, false, item(number, "s")))
                    .isEqualTo(Outcome.never("the number is none of E.164"));
            assertThat(provider.hasNothing()).isTrue();
        }
    }
}
