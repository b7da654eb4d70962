package io.rialto.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.problem.ProblemCode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * JSON Schemas of what the doors answer, told by the library that writes it: what it would write of a record is what the
 * schema says. A text, a list or a record may be null where nothing is known; numbers and flags never are.
 *
 * <p>One thread.
 */
final class Schemas {
    private static final SerializationConfig JSON = new ObjectMapper().getSerializationConfig();
    private static final AnnotationIntrospector ANNOTATIONS = JSON.getAnnotationIntrospector();
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class, Short.class);
    private static final Set<Class<?>> FRACTIONS = Set.of(double.class, float.class, Double.class);

    private final Map<String, Object> components = new TreeMap<>();
    private final Map<JavaType, String> names = new LinkedHashMap<>();

    /** All that were met so far, by name. */
    Map<String, Object> components() {
        return components;
    }

    /** A reference to it, or all of it when it has no name of its own. */
    Map<String, Object> of(Type type) {
        return of(resolved(type));
    }

    private static JavaType resolved(Type type) {
        TypeFactory types = JSON.getTypeFactory();
        return type instanceof Route.TypeOf generic
                ? types.constructParametricType(generic.record(), generic.of().toArray(Class<?>[]::new))
                : types.constructType(type);
    }

    private Map<String, Object> of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class || raw == UUID.class || raw == ProblemCode.class) return Words.of("type", "string");
        if (WHOLE.contains(raw)) return Words.of("type", "integer");
        if (FRACTIONS.contains(raw)) return Words.of("type", "number");
        if (raw == boolean.class || raw == Boolean.class) return Words.of("type", "boolean");
        if (type.isEnumType()) return Words.of("type", "string", "enum", constants(raw));
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return Words.of("type", "array", "items", orNull(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return Words.of("type", "object", "additionalProperties", orNull(type.getContentType()));
        }
        return raw.isRecord() ? reference(type) : Words.of();
    }

    private Map<String, Object> orNull(JavaType type) {
        Map<String, Object> schema = of(type);
        if (type.isPrimitive() || schema.isEmpty()) return schema;
        if (schema.get("type") instanceof String one && !schema.containsKey("enum")) {
            schema.put("type", List.of(one, "null"));
            return schema;
        }
        return Words.of("anyOf", List.of(schema, Words.of("type", "null")));
    }

    private Map<String, Object> reference(JavaType type) {
        String name = names.computeIfAbsent(type, this::freeName);
        if (!components.containsKey(name)) {
            components.put(name, Words.of()); // a record may hold others of its kind
            components.put(name, object(type));
        }
        return Words.of("$ref", "#/components/schemas/" + name);
    }

    /** Two records of one name are told apart by their subjects. */
    private String freeName(JavaType type) {
        String name = name(type);
        if (!names.containsValue(name)) return name;
        String subject = type.getRawClass().getPackageName().replaceAll(".*\\.", "");
        return Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + name;
    }

    private Map<String, Object> object(JavaType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        fields(type, properties, required);
        return Words.of("type", "object", "properties", properties, "required", required);
    }

    private void fields(JavaType type, Map<String, Object> properties, List<String> required) {
        BeanDescription bean = JSON.introspect(type);
        for (BeanPropertyDefinition property : bean.findProperties()) {
            AnnotatedMember member = property.getAccessor();
            NameTransformer unwrapped = ANNOTATIONS.findUnwrappingNameTransformer(member);
            if (unwrapped != null) {
                fields(member.getType(), properties, required);
                continue;
            }
            properties.put(property.getName(), Examples.on(property.getName(), orNull(member.getType())));
            if (!mayBeAbsent(bean, member)) required.add(property.getName());
        }
    }

    private static boolean mayBeAbsent(BeanDescription bean, AnnotatedMember member) {
        JsonInclude.Value whole = bean.findPropertyInclusion(JsonInclude.Value.empty());
        JsonInclude.Value own = ANNOTATIONS.findPropertyInclusion(member);
        return isSelective(whole) || isSelective(own);
    }

    private static boolean isSelective(JsonInclude.Value inclusion) {
        JsonInclude.Include when = inclusion.getValueInclusion();
        return when != JsonInclude.Include.USE_DEFAULTS && when != JsonInclude.Include.ALWAYS;
    }

    /** A public record is known by its own name, one inside of a route class by that as well. */
    private static String name(JavaType type) {
        StringBuilder name = new StringBuilder();
        for (Class<?> at = type.getRawClass(); at != null; at = at.getEnclosingClass()) {
            name.insert(0, at.getSimpleName().replaceAll("(Body|Routes)$", ""));
        }
        for (JavaType held : type.getBindings().getTypeParameters()) {
            name.append("Of").append(name(held));
        }
        return name.toString();
    }

    private static List<String> constants(Class<?> raw) {
        List<String> names = new ArrayList<>();
        for (Object each : raw.getEnumConstants()) names.add(((Enum<?>) each).name());
        names.remove("NULL_VAL");
        return names;
    }
}
