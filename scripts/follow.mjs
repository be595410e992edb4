// Loaded into the portal's process: it ends with the launcher that started it, also when that was killed outright.
// Without it, the port would stay taken and the next start would fail.
process.on('disconnect', () => process.exit(1))
