import type { CarrelClient } from '../../contract/api.ts';

declare global {
  interface Window {
    carrel: CarrelClient;
  }
}
