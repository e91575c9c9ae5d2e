-- Records of looking: who saw whom, from where, what for and why. Nothing of what was seen.
create schema looks;
