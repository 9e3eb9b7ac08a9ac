package dev.stoa.localstack;

import dev.stoa.localstack.bench.Benchmark;
import dev.stoa.localstack.process.StackException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./stoa bench NAME}: runs one of the benchmarks that are named in {@code META-INF/services}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures one thing, beside its floor, in one run.")
final class Bench implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "which one; none: list them")
    private @Nullable String name;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "what the benchmark itself takes")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        var all = ServiceLoader.load(Benchmark.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Benchmark::name))
                .toList();
        if (name == null) {
            all.forEach(each -> System.out.printf("  %-12s %s%n", each.name(), each.summary()));
            return 0;
        }
        for (var each : all) {
            if (each.name().equals(name)) {
                each.run(arguments);
                return 0;
            }
        }
        var names = all.stream().map(Benchmark::name).collect(Collectors.joining(", "));
        throw new StackException("There is no benchmark \"%s\". There are: %s.".formatted(name, names));
    }
}
