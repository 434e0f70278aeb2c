#include "domain/vocabularies.h"

namespace Treatybook {

namespace {

constexpr Term NatureTerms[] = {
    {"undetermined", {"Undetermined", "Chưa xác định", "Sin determinar"}},
    {"treaty", {"Treaty (binding)", "Điều ước (ràng buộc)", "Tratado (vinculante)"}},
    {"non-binding", {"Non-binding instrument", "Văn kiện không ràng buộc", "Instrumento no vinculante"}},
    {"contract", {"Contract (national law)", "Hợp đồng (luật quốc gia)", "Contrato (derecho nacional)"}},
    {"unilateral", {"Unilateral act", "Hành vi đơn phương", "Acto unilateral"}},
    {"event", {"Event", "Sự kiện", "Acontecimiento"}},
};

constexpr Term KindTerms[] = {
    {"other", {"Other", "Khác", "Otro"}},
    {"treaty", {"Treaty", "Hiệp ước", "Tratado"}},
    {"convention", {"Convention", "Công ước", "Convención"}},
    {"agreement", {"Agreement", "Hiệp định", "Acuerdo"}},
    {"framework-agreement", {"Framework agreement", "Hiệp định khung", "Acuerdo marco"}},
    {"protocol", {"Protocol", "Nghị định thư", "Protocolo"}},
    {"exchange-of-notes", {"Exchange of notes", "Trao đổi công hàm", "Canje de notas"}},
    {"amendment", {"Amendment", "Văn kiện sửa đổi", "Enmienda"}},
    {"arrangement", {"Arrangement", "Thỏa thuận", "Arreglo"}},
    {"memorandum", {"Memorandum of understanding", "Bản ghi nhớ", "Memorando de entendimiento"}},
    {"cooperation-plan", {"Cooperation plan", "Kế hoạch hợp tác", "Plan de cooperación"}},
    {"action-plan", {"Action plan", "Kế hoạch hành động", "Plan de acción"}},
    {"programme", {"Programme", "Chương trình", "Programa"}},
    {"undertaking", {"Undertaking", "Cam kết", "Compromiso"}},
    {"joint-statement", {"Joint statement", "Tuyên bố chung", "Declaración conjunta"}},
    {"agreed-minutes", {"Agreed minutes", "Biên bản thỏa thuận", "Acta acordada"}},
    {"resolution", {"Resolution", "Nghị quyết", "Resolución"}},
    {"contract", {"Contract", "Hợp đồng", "Contrato"}},
    {"charter", {"Charter", "Hiến chương", "Carta"}},
    {"donation", {"Donation", "Viện trợ, quà tặng", "Donación"}},
    {"offer", {"Offer", "Đề nghị", "Ofrecimiento"}},
    {"statement-of-intent", {"Statement of intent", "Tuyên bố ý định", "Declaración de intenciones"}},
    {"declaration", {"Declaration", "Tuyên bố", "Declaración"}},
    {"award", {"Award", "Khen thưởng", "Condecoración"}},
    {"visit", {"Visit", "Chuyến thăm", "Visita"}},
    {"meeting", {"Meeting", "Cuộc họp", "Reunión"}},
    {"mission", {"Mission", "Đoàn công tác", "Misión"}},
    {"diplomatic-relations", {"Diplomatic relations", "Quan hệ ngoại giao", "Relaciones diplomáticas"}},
    {"opening-of-office", {"Opening of office", "Mở cơ quan đại diện", "Apertura de oficina"}},
    {"commemoration", {"Commemoration", "Kỷ niệm", "Conmemoración"}},
    {"publication", {"Publication", "Ấn phẩm", "Publicación"}},
    {"group", {"Group of instruments", "Nhóm văn kiện", "Grupo de instrumentos"}},
};

constexpr Term SubjectTerms[] = {
    {"defence", {"Defence", "Quốc phòng", "Defensa"}},
    {"defence-industry", {"Defence industry", "Công nghiệp quốc phòng", "Industria de defensa"}},
    {"training", {"Training", "Đào tạo", "Formación"}},
    {"military-medicine", {"Military medicine", "Quân y", "Medicina militar"}},
    {"health", {"Health", "Y tế", "Salud"}},
    {"information-security", {"Information security", "An toàn thông tin", "Seguridad de la información"}},
    {"air-defence", {"Air defence and air force", "Phòng không – không quân", "Defensa antiaérea y fuerza aérea"}},
    {"delegations", {"Delegations", "Trao đổi đoàn", "Delegaciones"}},
    {"telecommunications", {"Telecommunications", "Viễn thông", "Telecomunicaciones"}},
    {"trade", {"Trade", "Thương mại", "Comercio"}},
    {"science", {"Science and technology", "Khoa học và công nghệ", "Ciencia y tecnología"}},
    {"education", {"Education", "Giáo dục", "Educación"}},
    {"culture", {"Culture", "Văn hóa", "Cultura"}},
    {"diplomatic-relations", {"Diplomatic relations", "Quan hệ ngoại giao", "Relaciones diplomáticas"}},
    {"development-aid", {"Development aid", "Viện trợ phát triển", "Ayuda al desarrollo"}},
};

constexpr Term TermKindTerms[] = {
    {"unknown", {"Unknown", "Không rõ", "Desconocida"}},
    {"fixed", {"Fixed", "Có thời hạn", "Fija"}},
    {"tacit-renewal", {"Tacit renewal", "Gia hạn mặc nhiên", "Renovación tácita"}},
    {"indefinite", {"Indefinite", "Vô thời hạn", "Indefinida"}},
    {"event-bound", {"Bound to an event", "Gắn với sự kiện", "Ligada a un acontecimiento"}},
};

constexpr Term HandlingTerms[] = {
    {"none", {"None", "Không hạn chế", "Sin restricción"}},
    {"internal", {"Internal", "Nội bộ", "Interno"}},
    {"restricted", {"Restricted", "Hạn chế", "Restringido"}},
    {"confidential", {"Confidential", "Mật", "Confidencial"}},
};

constexpr Term ConfidenceTerms[] = {
    {"", {"", "", ""}},
    {"confirmed", {"Confirmed", "Đã xác nhận", "Confirmado"}},
    {"probable", {"Probable", "Có khả năng", "Probable"}},
    {"unconfirmed", {"Unconfirmed", "Chưa xác nhận", "Sin confirmar"}},
};

constexpr Term ParticipantRoleTerms[] = {
    {"side", {"Side", "Bên", "Parte"}},
    {"depositary", {"Depositary", "Cơ quan lưu chiểu", "Depositario"}},
    {"observer", {"Observer", "Quan sát viên", "Observador"}},
    {"donor", {"Donor", "Bên tặng", "Donante"}},
    {"recipient", {"Recipient", "Bên nhận", "Receptor"}},
    {"buyer", {"Buyer", "Bên mua", "Comprador"}},
    {"seller", {"Seller", "Bên bán", "Vendedor"}},
    {"host", {"Host", "Chủ nhà", "Anfitrión"}},
    {"visitor", {"Visitor", "Khách", "Visitante"}},
    {"award-giver", {"Giver of an award", "Bên trao tặng", "Otorgante"}},
    {"mediator", {"Mediator", "Bên trung gian", "Mediador"}},
    {"witness", {"Witness", "Bên chứng kiến", "Testigo"}},
    {"guarantor", {"Guarantor", "Bên bảo đảm", "Garante"}},
};

constexpr Term PersonRoleTerms[] = {
    {"signed", {"Signed", "Ký", "Firmó"}},
    {"visited", {"Visited", "Thăm", "Visitó"}},
    {"hosted", {"Hosted", "Đón tiếp", "Recibió como anfitrión"}},
    {"witnessed", {"Witnessed", "Chứng kiến", "Presenció"}},
    {"announced", {"Announced", "Công bố", "Anunció"}},
    {"presented", {"Presented", "Trao", "Entregó"}},
    {"honoured", {"Honoured", "Được trao", "Homenajeado"}},
    {"founded", {"Founded", "Đặt nền móng", "Fundó"}},
    {"received", {"Received", "Tiếp nhận", "Recibió"}},
    {"negotiated", {"Negotiated", "Đàm phán", "Negoció"}},
};

constexpr Term TitleKindTerms[] = {
    {"original", {"Original", "Nguyên bản", "Original"}},
    {"translation", {"Translation", "Bản dịch", "Traducción"}},
    {"also-known-as", {"Also known as", "Còn gọi là", "También llamado"}},
};

constexpr Term StanceTerms[] = {
    {"agreed", {"Agreed", "Đã thỏa thuận", "Acordado"}},
    {"pledged", {"Pledged", "Đã hứa", "Prometido"}},
    {"authorised", {"Authorised", "Đã cho phép", "Autorizado"}},
    {"reported", {"Reported", "Được đưa tin", "Informado"}},
};

constexpr Term ActionKindTerms[] = {
    {"proposal", {"Proposal", "Đề xuất", "Propuesta"}},
    {"negotiation", {"Negotiation", "Đàm phán", "Negociación"}},
    {"adoption", {"Adoption", "Thông qua văn bản", "Adopción"}},
    {"initialling", {"Initialling", "Ký tắt", "Rúbrica"}},
    {"signature", {"Signature", "Ký", "Firma"}},
    {"definitive-signature", {"Definitive signature", "Ký chính thức có hiệu lực", "Firma definitiva"}},
    {"signature-ad-referendum", {"Signature ad referendum", "Ký ad referendum", "Firma ad referéndum"}},
    {"exchange-of-notes", {"Exchange of notes", "Trao đổi công hàm", "Canje de notas"}},
    {"announcement", {"Announcement", "Công bố", "Anuncio"}},
    {"issue", {"Issue", "Ban hành", "Emisión"}},
    {"domestic-approval", {"Domestic approval", "Phê duyệt trong nước", "Aprobación interna"}},
    {"completion-notice", {"Notice of completed procedures", "Thông báo hoàn tất thủ tục", "Notificación de cumplimiento"}},
    {"ratification", {"Ratification", "Phê chuẩn", "Ratificación"}},
    {"acceptance", {"Acceptance", "Chấp nhận", "Aceptación"}},
    {"approval", {"Approval", "Phê duyệt", "Aprobación"}},
    {"accession", {"Accession", "Gia nhập", "Adhesión"}},
    {"succession", {"Succession", "Kế thừa", "Sucesión"}},
    {"formal-confirmation", {"Formal confirmation", "Xác nhận chính thức", "Confirmación formal"}},
    {"provisional-application", {"Provisional application", "Áp dụng tạm thời", "Aplicación provisional"}},
    {"end-of-provisional-application",
     {"End of provisional application", "Chấm dứt áp dụng tạm thời", "Fin de la aplicación provisional"}},
    {"entry-into-force", {"Entry into force", "Có hiệu lực", "Entrada en vigor"}},
    {"reservation", {"Reservation", "Bảo lưu", "Reserva"}},
    {"declaration", {"Declaration", "Tuyên bố", "Declaración"}},
    {"objection", {"Objection", "Phản đối", "Objeción"}},
    {"withdrawal-of-reservation", {"Withdrawal of reservation", "Rút bảo lưu", "Retiro de reserva"}},
    {"territorial-application", {"Territorial application", "Áp dụng lãnh thổ", "Aplicación territorial"}},
    {"amendment", {"Amendment", "Sửa đổi", "Enmienda"}},
    {"extension", {"Extension", "Gia hạn", "Prórroga"}},
    {"suspension", {"Suspension", "Đình chỉ", "Suspensión"}},
    {"resumption", {"Resumption", "Tiếp tục", "Reanudación"}},
    {"notice-of-denunciation", {"Notice of denunciation", "Thông báo bãi ước", "Notificación de denuncia"}},
    {"notice-of-non-renewal", {"Notice of non-renewal", "Thông báo không gia hạn", "Notificación de no renovación"}},
    {"revocation-of-notice", {"Revocation of notice", "Rút thông báo", "Revocación de la notificación"}},
    {"denunciation", {"Denunciation", "Bãi ước", "Denuncia"}},
    {"withdrawal", {"Withdrawal", "Rút khỏi", "Retirada"}},
    {"termination", {"Termination", "Chấm dứt", "Terminación"}},
    {"expiry", {"Expiry", "Hết hạn", "Expiración"}},
    {"supersession", {"Supersession", "Thay thế", "Sustitución"}},
    {"revival", {"Revival", "Khôi phục", "Restablecimiento"}},
    {"abandonment", {"Abandonment", "Từ bỏ", "Abandono"}},
    {"registration", {"Registration", "Đăng ký", "Registro"}},
    {"publication", {"Publication", "Công bố văn bản", "Publicación"}},
    {"correction", {"Correction", "Đính chính", "Corrección"}},
    {"delivery", {"Delivery", "Giao hàng", "Entrega"}},
    {"payment", {"Payment", "Thanh toán", "Pago"}},
    {"review", {"Review", "Rà soát", "Revisión"}},
    {"implementation", {"Implementation step", "Bước thực hiện", "Paso de aplicación"}},
    {"attested", {"Attested", "Được ghi nhận", "Constatado"}},
};

constexpr Term RelationKindTerms[] = {
    {"amends", {"amends", "sửa đổi", "enmienda"}},
    {"supplements", {"supplements", "bổ sung", "complementa"}},
    {"implements", {"implements", "thực hiện", "aplica"}},
    {"extends", {"extends", "gia hạn", "prorroga"}},
    {"succeeds", {"succeeds", "kế tiếp", "sucede a"}},
    {"supersedes", {"supersedes", "thay thế", "sustituye"}},
    {"terminates", {"terminates", "chấm dứt", "termina"}},
    {"suspends", {"suspends", "đình chỉ", "suspende"}},
    {"enables", {"enables", "tạo cơ sở cho", "habilita"}},
    {"cites", {"cites", "viện dẫn", "cita"}},
    {"done-during", {"done during", "thực hiện trong dịp", "hecho durante"}},
    {"part-of", {"part of", "thuộc về", "parte de"}},
    {"related", {"related to", "liên quan đến", "relacionado con"}},
};

constexpr Term InverseRelationKindTerms[] = {
    {"amends", {"amended by", "được sửa đổi bởi", "enmendado por"}},
    {"supplements", {"supplemented by", "được bổ sung bởi", "complementado por"}},
    {"implements", {"implemented by", "được thực hiện bởi", "aplicado por"}},
    {"extends", {"extended by", "được gia hạn bởi", "prorrogado por"}},
    {"succeeds", {"succeeded by", "được kế tiếp bởi", "sucedido por"}},
    {"supersedes", {"superseded by", "bị thay thế bởi", "sustituido por"}},
    {"terminates", {"terminated by", "bị chấm dứt bởi", "terminado por"}},
    {"suspends", {"suspended by", "bị đình chỉ bởi", "suspendido por"}},
    {"enables", {"enabled by", "dựa trên", "habilitado por"}},
    {"cites", {"cited by", "được viện dẫn bởi", "citado por"}},
    {"done-during", {"occasion of", "là dịp của", "ocasión de"}},
    {"part-of", {"contains", "bao gồm", "contiene"}},
    {"related", {"related to", "liên quan đến", "relacionado con"}},
};

constexpr Term SourceKindTerms[] = {
    {"official-text", {"Official text", "Văn bản chính thức", "Texto oficial"}},
    {"register", {"Register", "Sổ đăng ký", "Registro"}},
    {"government", {"Government statement", "Phát biểu của chính phủ", "Declaración gubernamental"}},
    {"press", {"Press", "Báo chí", "Prensa"}},
    {"literature", {"Literature", "Tài liệu nghiên cứu", "Bibliografía"}},
    {"inference", {"Inference by the keeper", "Suy luận của người ghi", "Inferencia del responsable"}},
};

constexpr Term StatusTerms[] = {
    {"", {"", "", ""}},
    {"unknown", {"Unknown", "Không rõ", "Desconocido"}},
    {"not-yet", {"Not yet", "Chưa có", "Aún no"}},
    {"proposed", {"Proposed", "Được đề xuất", "Propuesto"}},
    {"under-negotiation", {"Under negotiation", "Đang đàm phán", "En negociación"}},
    {"adopted", {"Adopted", "Đã thông qua", "Adoptado"}},
    {"not-concluded", {"Not concluded", "Không ký kết", "No concluido"}},
    {"signed", {"Signed", "Đã ký", "Firmado"}},
    {"provisionally-applied", {"Provisionally applied", "Áp dụng tạm thời", "Aplicado provisionalmente"}},
    {"in-force", {"In force", "Có hiệu lực", "En vigor"}},
    {"in-effect", {"In effect", "Đang áp dụng", "En aplicación"}},
    {"being-performed", {"Being performed", "Đang thực hiện", "En ejecución"}},
    {"performed", {"Performed", "Đã thực hiện", "Ejecutado"}},
    {"issued", {"Issued", "Đã ban hành", "Emitido"}},
    {"announced", {"Announced", "Đã công bố", "Anunciado"}},
    {"agreed", {"Agreed", "Đã nhất trí", "Convenido"}},
    {"partly-delivered", {"Partly delivered", "Đã giao một phần", "Entregado en parte"}},
    {"delivered", {"Delivered", "Đã giao", "Entregado"}},
    {"presented", {"Presented", "Đã trao", "Otorgado"}},
    {"suspended", {"Suspended", "Bị đình chỉ", "Suspendido"}},
    {"terminated", {"Terminated", "Đã chấm dứt", "Terminado"}},
    {"superseded", {"Superseded", "Đã bị thay thế", "Sustituido"}},
    {"expired", {"Expired", "Đã hết hạn", "Expirado"}},
};

static_assert(std::size(NatureTerms) == static_cast<size_t>(Nature::Event) + 1);
static_assert(std::size(KindTerms) == static_cast<size_t>(Kind::Group) + 1);
static_assert(std::size(TermKindTerms) == static_cast<size_t>(TermKind::EventBound) + 1);
static_assert(std::size(HandlingTerms) == static_cast<size_t>(Handling::Confidential) + 1);
static_assert(std::size(ConfidenceTerms) == static_cast<size_t>(Confidence::Unconfirmed) + 1);
static_assert(std::size(ParticipantRoleTerms) == static_cast<size_t>(ParticipantRole::Guarantor) + 1);
static_assert(std::size(PersonRoleTerms) == static_cast<size_t>(PersonRole::Negotiated) + 1);
static_assert(std::size(TitleKindTerms) == static_cast<size_t>(TitleKind::AlsoKnownAs) + 1);
static_assert(std::size(StanceTerms) == static_cast<size_t>(Stance::Reported) + 1);
static_assert(std::size(ActionKindTerms) == static_cast<size_t>(ActionKind::Attested) + 1);
static_assert(std::size(RelationKindTerms) == static_cast<size_t>(RelationKind::Related) + 1);
static_assert(std::size(InverseRelationKindTerms) == std::size(RelationKindTerms));
static_assert(std::size(SourceKindTerms) == static_cast<size_t>(SourceKind::Inference) + 1);
static_assert(std::size(StatusTerms) == static_cast<size_t>(Status::Expired) + 1);

} // namespace

namespace Vocabularies {
// constinit: field tables in other files point at these before main() runs.
constinit const Vocabulary natures("nature", NatureTerms);
constinit const Vocabulary kinds("kind", KindTerms);
constinit const Vocabulary subjects("subject", SubjectTerms);
constinit const Vocabulary termKinds("term-kind", TermKindTerms);
constinit const Vocabulary handlings("handling", HandlingTerms);
constinit const Vocabulary confidences("confidence", ConfidenceTerms);
constinit const Vocabulary participantRoles("participant-role", ParticipantRoleTerms);
constinit const Vocabulary personRoles("person-role", PersonRoleTerms);
constinit const Vocabulary titleKinds("title-kind", TitleKindTerms);
constinit const Vocabulary stances("stance", StanceTerms);
constinit const Vocabulary actionKinds("action-kind", ActionKindTerms);
constinit const Vocabulary relationKinds("relation-kind", RelationKindTerms);
constinit const Vocabulary inverseRelationKinds("inverse-relation-kind", InverseRelationKindTerms);
constinit const Vocabulary sourceKinds("source-kind", SourceKindTerms);
constinit const Vocabulary statuses("status", StatusTerms);
} // namespace Vocabularies

QString subjectLabel(QStringView keyOrText, Language language)
{
    const auto index = Vocabularies::subjects.indexOfKey(keyOrText);
    return index ? Vocabularies::subjects.label(*index, language) : keyOrText.toString();
}

} // namespace Treatybook
