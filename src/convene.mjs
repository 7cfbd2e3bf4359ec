#!/usr/bin/env node
// The command line without a build step: tsx is registered first, then the TypeScript entry is loaded.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
