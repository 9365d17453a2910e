/** Loaded with `node -r`: writes the process's CPU time and peak memory to the file named by BENCH_OUT when it ends. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.BENCH_OUT, JSON.stringify({ cpu: (user + system) / 1000, peak: maxRSS / 1024 }));
});
