package io.interleave.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Forgets where in a file a scenario's parts stand and how its expectations are spelt, so that scenarios can
/// be compared. Goes through records, whatever they are.
final class WithoutPlaces {

    private WithoutPlaces() {}

    @SuppressWarnings("unchecked") // a record without its places is one of the same type
    static <T> T of(T it) {
        return (T) without(it);
    }

    private static Object without(Object it) {
        return switch (it) {
            case Place _ -> Place.NOWHERE;
            case Expectation(var _, var _, var condition) ->
                new Expectation(Place.NOWHERE, ExprText.of(condition), of(condition));
            case Step.Check(var _, var condition, var _) ->
                new Step.Check(Place.NOWHERE, of(condition), ExprText.of(condition));
            case List<?> list -> list.stream().map(WithoutPlaces::without).toList();
            case Optional<?> optional -> optional.map(WithoutPlaces::without);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((key, value) -> copy.put(key, without(value)));
                yield copy;
            }
            case Record record -> copy(record);
            default -> it;
        };
    }

    private static Object copy(Record record) {
        var components = record.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = without(components[i].getAccessor().invoke(record));
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
