package io.belfry.launcher.admin;

import io.belfry.gateway.Gateway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** What is counted and timed in this process, in the text that Prometheus reads. */
public final class Metrics implements AutoCloseable {

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final int OK = 200;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();

  /** Begins with what the JVM tells of itself. */
  public Metrics() {
    List<MeterBinder> binders = List.of(
        new JvmMemoryMetrics(),
        new JvmThreadMetrics(),
        new ProcessorMetrics(),
        new FileDescriptorMetrics(),
        new UptimeMetrics(),
        collector);
    binders.forEach(binder -> binder.bindTo(registry));
  }

  /**
   * Where others add their meters.
   *
   * @return the registry
   */
  public MeterRegistry registry() {
    return registry;
  }

  /**
   * Shows how many a gateway serves.
   *
   * @param gateway which one
   */
  public void watch(Gateway gateway) {
    Gauge.builder("belfry.gateway.sessions", gateway, Gateway::sessions)
        .description("Sessions and streams of browsers at the gateway")
        .register(registry);
  }

  Page page() {
    return new Page(OK, TYPE, registry.scrape());
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
