package io.rialto.gateway.form;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A filled-in form: one JSON object whose fields are read strictly, one by one.
 *
 * <p>Every reader answers the value or throws a {@link Problem} naming field, rule and value. Nothing is guessed:
 * a number is not a decimal string, an absent field is not null.
 */
public final class Form {
    private final ObjectNode fields;

    private final String place;

    private Form(ObjectNode fields, String place) {
        this.fields = fields;
        this.place = place;
    }

    /** An empty body counts as an object without fields. */
    public static Form read(byte[] body) {
        String text = decoded(body);
        if (text.isBlank()) return new Form(Json.MAPPER.createObjectNode(), "");
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            JsonNode tree = Json.MAPPER.readTree(parser);
            if (!(tree instanceof ObjectNode object)) {
                throw Problem.of(ProblemCode.WRONG_TYPE, "the body must be a JSON object");
            }
            if (parser.nextToken() != null) {
                throw Problem.of(ProblemCode.MALFORMED_JSON, "the body must end after its one object");
            }
            return new Form(object, "");
        } catch (StreamConstraintsException e) {
            throw beyondLimits(e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw Problem.of(ProblemCode.MALFORMED_JSON, "the body could not be read");
        }
    }

    /** Refuses any field that is not in the list. */
    public Form knows(String... names) {
        List<String> known = Arrays.asList(names);
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Problem.at(
                        at(Problem.name(name)),
                        ProblemCode.UNKNOWN_FIELD,
                        "known fields are " + String.join(", ", known) + ": found " + Problem.shown(name));
            }
        });
        return this;
    }

    /** Refuses any field that is not described. */
    public Form knows(Fields fields) {
        return knows(fields.names());
    }

    /** Refuses two fields that say different things: neither is silently the one that counts. */
    public Form notBoth(String one, String other) {
        if (has(one) && has(other)) {
            throw Problem.at(at(other), ProblemCode.INVALID_VALUE, "must not stand beside " + one);
        }
        return this;
    }

    /** A field's name as the client would look for it: {@code orders[1].price} inside of a list. */
    public String at(String name) {
        return place + name;
    }

    public boolean has(String name) {
        return fields.has(name);
    }

    /** Whether the field is there, and says nothing on purpose. */
    public boolean isNull(String name) {
        return fields.has(name) && fields.get(name).isNull();
    }

    public String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) throw wrongType(name, "a string", value);
        return value.textValue();
    }

    /** A text that no answer may show, whatever is wrong with it. */
    public String secret(String name) {
        JsonNode value = required(name);
        if (value.isTextual()) return value.textValue();
        throw Problem.at(at(name), ProblemCode.WRONG_TYPE, at(name) + " must be a string");
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A text that must match; the rule is said in words. */
    public String text(String name, Pattern pattern, String rule) {
        String value = text(name);
        if (!pattern.matcher(value).matches()) throw Problem.at(at(name), ProblemCode.INVALID_VALUE, rule, value);
        return value;
    }

    public long integer(String name, long least, long most) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()) throw wrongType(name, "a whole number", value);
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw Problem.at(at(name), ProblemCode.INVALID_VALUE, "must be " + least + ".." + most, value.asText());
        }
        return value.longValue();
    }

    public long integer(String name, long least, long most, long absent) {
        return has(name) ? integer(name, least, most) : absent;
    }

    public boolean flag(String name, boolean absent) {
        if (!has(name)) return absent;
        JsonNode value = required(name);
        if (!value.isBoolean()) throw wrongType(name, "true or false", value);
        return value.booleanValue();
    }

    /** One of an enum's names; the enum's own NULL_VAL is no name. */
    public <E extends Enum<E>> E choice(String name, Class<E> names) {
        return Choices.of(at(name), text(name), names);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> names, E absent) {
        return has(name) ? choice(name, names) : absent;
    }

    /** A list of strings; at least one. */
    public List<String> texts(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) throw wrongType(name, "a list of strings", value);
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isTextual()) throw wrongType(name, "a list of strings", each);
            texts.add(each.textValue());
        }
        if (texts.isEmpty()) throw Problem.at(at(name), ProblemCode.INVALID_VALUE, at(name) + " must not be empty");
        return texts;
    }

    /** A list of forms; from 1 to so many. */
    public List<Form> forms(String name, int most) {
        JsonNode value = required(name);
        if (!value.isArray()) throw wrongType(name, "a list of objects", value);
        List<Form> forms = new ArrayList<>();
        for (JsonNode each : value) {
            if (!(each instanceof ObjectNode object)) throw wrongType(name, "a list of objects", each);
            forms.add(new Form(object, at(name) + "[" + forms.size() + "]."));
        }
        if (forms.isEmpty() || forms.size() > most) {
            String rule = "must have 1.." + most + " objects";
            throw Problem.at(at(name), ProblemCode.INVALID_VALUE, rule, Integer.toString(forms.size()));
        }
        return forms;
    }

    /** A form inside of this one. */
    public Form form(String name) {
        JsonNode value = required(name);
        if (!(value instanceof ObjectNode object)) throw wrongType(name, "an object", value);
        return new Form(object, at(name) + ".");
    }

    /** All of it, for who looks at every field whatever its name. */
    public JsonNode tree() {
        return fields;
    }

    /** As JSON again, without some of its fields. */
    public byte[] without(String... names) {
        return Json.bytes(fields.deepCopy().without(List.of(names)));
    }

    private JsonNode required(String name) {
        JsonNode value = fields.get(name);
        if (value == null) throw Problem.at(at(name), ProblemCode.MISSING_FIELD, at(name) + " is required");
        return value;
    }

    private Problem wrongType(String name, String wanted, JsonNode value) {
        return Problem.at(at(name), ProblemCode.WRONG_TYPE, "must be " + wanted, value.toString());
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemCode.MALFORMED_JSON, "the body is not UTF-8");
        }
    }

    private static Problem beyondLimits(StreamConstraintsException e) {
        if (e.getOriginalMessage().contains("nesting depth")) {
            return Problem.of(ProblemCode.NESTED_TOO_DEEP, "at most " + Json.MAX_DEPTH + " levels of nesting");
        }
        return Problem.of(ProblemCode.TOO_MANY_DIGITS, "a name, number or string of the body is too long");
    }

    private static Problem malformed(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int from = message.indexOf('\'');
        if (e instanceof JsonParseException && message.startsWith("Duplicate field") && from > 0) {
            String name = message.substring(from + 1, Math.max(from + 1, message.lastIndexOf('\'')));
            return Problem.at(
                    Problem.name(name), ProblemCode.DUPLICATE_FIELD, "a field may appear once: " + Problem.shown(name));
        }
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return Problem.of(ProblemCode.MALFORMED_JSON, "the body is not well-formed JSON" + place);
    }
}
