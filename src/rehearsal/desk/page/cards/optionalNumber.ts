import { GlobalRegistry, NumberInput } from 'adaptivecards';

/** The renderer holds an empty number field with a range to be wrong even when it may stay empty; Teams does not. */
class OptionalNumber extends NumberInput {
  override isValid(): boolean {
    return Number.isNaN(this.value) ? !this.isRequired : super.isValid();
  }
}

/** Takes the place of the renderer's own number field for every card. */
export function registerOptionalNumber(): void {
  GlobalRegistry.elements.register('Input.Number', OptionalNumber);
}
