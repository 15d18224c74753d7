package dev.tidegate.bench;

import java.util.List;
import java.util.Map;

final class ProcessOnly implements Benchmark {
    @Override
    public String name() {
        return "process-only";
    }

    @Override
    public Report run(Options options) throws Exception {
        var report = new Report(name());
        try (var ground = Ground.fresh(options.home())) {
            ground.seed();
            try (var fates = new Fates(ground)) {
                Backlog.append(ground, "b", options.messages());
                var recording = ground.home().resolve("p.jfr");
                try (var program = Program.start(ground, "process", Map.of(), options.profile() ? List.of("-XX:StartFlightRecording=settings=profile,filename=" + recording) : List.of())) {
                    var meter = ground.meter().watch("program", program.pid());
                    var begin = meter.cpu();
                    long last = 0;
                    while (true) {
                        var n = fates.now().processed();
                        if (n == 0) begin = meter.cpu();
                        program.failIfDead(); if (n >= options.messages()) break;
                        Thread.sleep(50);
                    }
                    var spent = meter.cpu().since(begin);
                    report.figure("processed", options.messages() / spent.seconds(), "/s").remark(spent.perEvent(options.messages())).figure("others", spent.othersShare(), "").remark("counts " + fates.now());
                }
                if (options.profile()) System.err.println(Profile.read(recording).text());
            }
        }
        return report;
    }
}
