/** Names the tests that were skipped, and closes the run with one plain line of counts after everything else. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(({ testResults }) => testResults.filter(isSkipped));
    // A suite that could not start and a run cut short have failed too, though no test of theirs did.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + (results.wasInterrupted ? 1 : 0);

    const lines = skipped.map(({ fullName }) => `Skipped: ${fullName}`);
    lines.push(`${results.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
    // The coverage table is printed after all reporters have been told: wait until nothing can follow.
    process.once('exit', () => {
      process.stdout.write(`\n${lines.join('\n')}\n`);
    });
  }
}

function isSkipped({ status }) {
  return status === 'pending' || status === 'todo' || status === 'disabled';
}
