package io.rialto.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.problem.Problem;
import io.rialto.protocol.Side;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @Test
    void aFormIsReadFieldByField() {
        Form form = form("{\"side\":\"BUY\",\"count\":3,\"on\":true,\"list\":[\"a\",\"b\"]}")
                .knows("side", "count", "on", "list");

        assertThat(form.choice("side", Side.class)).isEqualTo(Side.BUY);
        assertThat(form.integer("count", 1, 3)).isEqualTo(3);
        assertThat(form.flag("on", false)).isTrue();
        assertThat(form.flag("off", true)).isTrue();
        assertThat(form.texts("list")).containsExactly("a", "b");
        assertThat(form.optionalText("none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|MALFORMED_JSON|",
                "{\"a\":1,}|MALFORMED_JSON|",
                "{'a':1}|MALFORMED_JSON|",
                "{\"a\":NaN}|MALFORMED_JSON|",
                "{\"a\":01}|MALFORMED_JSON|",
                "{} {}|MALFORMED_JSON|",
                "{}x|MALFORMED_JSON|",
                "[]|WRONG_TYPE|",
                "1|WRONG_TYPE|",
                "null|WRONG_TYPE|",
                "{\"side\":\"BUY\",\"side\":\"SELL\"}|DUPLICATE_FIELD|side",
                "{\"x\":{\"a\":1,\"a\":2}}|DUPLICATE_FIELD|a",
                "{\"other\":1}|UNKNOWN_FIELD|other",
                "{\"a\":[[[[[[[[[[]]]]]]]]]]}|NESTED_TOO_DEEP|",
                "{}|MISSING_FIELD|side",
                "{\"side\":null}|WRONG_TYPE|side",
                "{\"side\":1}|WRONG_TYPE|side",
                "{\"side\":[\"BUY\"]}|WRONG_TYPE|side",
                "{\"side\":\"buy\"}|INVALID_VALUE|side",
                "{\"side\":\"NULL_VAL\"}|INVALID_VALUE|side",
                "{\"side\":\"\"}|INVALID_VALUE|side"
            })
    void whatIsNotWellMadeIsRefusedByName(String body, String code, String field) {
        assertThatThrownBy(() -> form(body).knows("side").choice("side", Side.class))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code().name()).isEqualTo(code);
                    assertThat(problem.field().orElse(null)).isEqualTo(field);
                });
    }

    @Test
    void onlyUtf8IsRead() {
        assertThatThrownBy(() -> Form.read("{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Form.read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("UTF-8");
    }

    private static Form form(String body) {
        return Form.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
