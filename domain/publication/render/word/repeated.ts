import { type IContext, type IXmlableObject, Paragraph } from "docx";

/**
 * A paragraph that stands in a document many times, such as words that are quoted under each requirement that
 * rests on them: it is made ready for the file once. Without links or pictures, which are counted as they are made.
 */
export class RepeatedParagraph extends Paragraph {
  private ready: IXmlableObject | undefined;

  override prepForXml(context: IContext): IXmlableObject | undefined {
    this.ready ??= super.prepForXml(context);
    return this.ready;
  }
}
