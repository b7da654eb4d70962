package io.rialto.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.MessageHeaderDecoder;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words agree with the generated codecs, for every message and every field of the schema. */
class VocabularyTest {
    @Test
    void everyMessageOfTheSchemaHasItsWords() throws Exception {
        List<String> declared = new ArrayList<>();
        try (InputStream in = MessageHeaderDecoder.class.getResourceAsStream("/venue.xml")) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher messages =
                    Pattern.compile("<sbe:message\\s+name=\"(\\w+)\"").matcher(schema);
            while (messages.find()) declared.add(messages.group(1));
        }
        assertThat(Vocabulary.SCHEMA.messages())
                .extracting(Message::name)
                .containsExactlyInAnyOrderElementsOf(declared)
                .hasSizeGreaterThan(30);
    }

    @Test
    void everyFieldStandsWhereTheCodecsPutIt() throws Exception {
        for (Message message : Vocabulary.SCHEMA.messages()) {
            Class<?> decoder = Class.forName("io.rialto.protocol." + message.name() + "Decoder");
            assertThat(message.id()).isEqualTo(decoder.getField("TEMPLATE_ID").getInt(null));
            assertThat(message.blockLength())
                    .as(message.name())
                    .isEqualTo(decoder.getField("BLOCK_LENGTH").getInt(null));
            for (Field field : message.fields()) {
                Object offset =
                        decoder.getMethod(field.name() + "EncodingOffset").invoke(null);
                Object length =
                        decoder.getMethod(field.name() + "EncodingLength").invoke(null);
                assertThat(field.offset())
                        .as(message.name() + "." + field.name())
                        .isEqualTo(offset);
                assertThat(field.end() - field.offset()).as(field.name()).isEqualTo(length);
            }
        }
    }

    @Test
    void noNumberLeavesItsUnitOut() {
        for (Message message : Vocabulary.SCHEMA.messages()) {
            for (Field field : message.fields()) {
                if (field.isText() || field.isEnum()) continue;
                assertThat(field.name()).as(message.name()).matches("(?!.*(Price|Quantity|Amount|Fee)$).*");
            }
        }
    }
}
